import { stem } from '../../path.ts';
import { isBlank } from '../field-problems.ts';
import { mismatches } from '../json-schema.ts';
import type { FoundPage, PageGroup } from './page-groups.ts';
import { singular } from './page-groups.ts';

/** A field of a kind of pages, as they have it. */
export interface FoundField {
  readonly key: string;
  /** In how many of the pages it has a value. */
  readonly count: number;
  /** What all values have in common, as JSON Schema. */
  readonly schema: object;
}

/** So few choices, each so often, are meant as choices. */
const MOST_CHOICES = 8;
const LONGEST_CHOICE = 24;

/** All fields of the pages of a group, in the order in which they are met; those that most pages have first. */
export function foundFields(group: PageGroup, groups: readonly PageGroup[]): readonly FoundField[] {
  const values = new Map<string, unknown[]>();
  for (const { facts } of group.pages) {
    for (const { key, value } of facts.frontMatter?.fields ?? []) {
      if (!values.has(key)) values.set(key, []);
      const data = facts.frontMatter!.data[key];
      if (!isBlank(value) && data !== undefined && data !== null) values.get(key)!.push(data);
    }
  }
  const fields = [...values].map(([key, found]) => ({
    key,
    count: found.length,
    schema: schemaOf(key, found, groups),
  }));
  return fields.sort((a, b) => b.count - a.count);
}

function schemaOf(key: string, values: readonly unknown[], groups: readonly PageGroup[]): object {
  const items = values.flat();
  const lists = values.filter(Array.isArray).length;
  const page = pageType(key, items, groups);
  if (page !== undefined && lists === values.length) return { type: 'array', items: { page } };
  if (page !== undefined && lists === 0) return { page };
  if (lists > 0 && lists === values.length) {
    const types = typesOf(items);
    return types.length === 1 ? { type: 'array', items: { type: types[0] } } : { type: 'array' };
  }
  const known = [{ format: 'date' }, { format: 'uri' }].find(schema => fitAll(schema, values));
  if (known) return known;
  const choices = choicesOf(key, values);
  if (choices) return { enum: choices };
  const types = typesOf(values);
  return types.length === 0 ? {} : { type: types.length === 1 ? types[0] : types };
}

/** Statuses that mostly go together; a wiki that has some of them will have the others. */
const STATUSES = ['draft', 'working', 'stable'];

function choicesOf(key: string, values: readonly unknown[]): readonly unknown[] | undefined {
  const choices = [...new Set(values)];
  if (key === 'status' && choices.length > 0 && choices.every(choice => STATUSES.includes(choice as string)))
    return STATUSES;
  if (key === 'title' || key === 'type' || choices.length < 2 || choices.length > MOST_CHOICES)
    return undefined;
  const words = choices.every(
    choice => typeof choice === 'string' && choice.length <= LONGEST_CHOICE && /^[\p{L}-]+$/u.test(choice),
  );
  return words && (key === 'status' || values.length >= 3 * choices.length) ? choices : undefined;
}

const fitAll = (schema: object, values: readonly unknown[]): boolean =>
  values.length > 0 &&
  values.every(value => typeof value === 'string' && mismatches(schema, value).length === 0);

/** JSON Schema's types of the values, each once. */
function typesOf(values: readonly unknown[]): readonly string[] {
  const types = new Set(
    values.map(value => (Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value)),
  );
  return [...types].sort();
}

/** The kind of pages that the values name: most of them are file names of such pages, or the field is called like it. */
function pageType(key: string, items: readonly unknown[], groups: readonly PageGroup[]): string | undefined {
  const names = [...new Set(items.filter(item => typeof item === 'string'))];
  if (key === 'title' || key === 'type' || names.length === 0 || names.length < new Set(items).size)
    return undefined;
  for (const { name, pages } of groups) {
    const stems = new Set(pages.map(({ path }: FoundPage) => stem(path)));
    const found = names.filter(item => stems.has(item)).length;
    const called = singular(key) === name.toLowerCase();
    if (found > 0 && (called || found * 2 > names.length)) return name;
  }
  return undefined;
}
