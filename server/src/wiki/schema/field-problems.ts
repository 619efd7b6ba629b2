import type { Field, FieldValue, FrontMatter } from '../../markdown/facts.ts';
import type { Span } from '../../text/span.ts';
import { fieldMessage } from './field-message.ts';
import { surelyFits } from './fits.ts';
import { type Mismatch, mismatches } from './json-schema.ts';
import type { FieldsSpec, PageType, Schema } from './schema.ts';

/** A value in the front matter that is not as the schema wants it. */
export interface FieldProblem {
  readonly key: string;
  /** The value, or the part of it that is wrong. */
  readonly span: Span;
  readonly message: string;
  /** The right text for exactly `span`, best first. */
  readonly expected?: readonly string[];
}

const specs = new WeakMap<PageType, FieldsSpec>();

/** What the front matter of a page of this type must and may have: the type's own fields before those of all pages. */
export function fieldsOf(schema: Schema, type: PageType): FieldsSpec {
  let spec = specs.get(type);
  if (!spec) {
    const { allPages } = schema;
    spec = {
      required: [...new Set([...allPages.required, ...type.fields.required])],
      properties: { ...allPages.properties, ...type.fields.properties },
      pageFields: [...type.fields.pageFields, ...allPages.pageFields],
    };
    specs.set(type, spec);
  }
  return spec;
}

/** True for a field without a value, as a template leaves it. */
export const isBlank = ({ value }: FieldValue): boolean =>
  value === null || (typeof value === 'string' && value.trim() === '');

/** All values that miss what the schema says of their field. A blank value says nothing yet. */
export function* fieldProblems(frontMatter: FrontMatter, spec: FieldsSpec): Iterable<FieldProblem> {
  for (const field of frontMatter.fields) {
    const schema = Object.hasOwn(spec.properties, field.key) ? spec.properties[field.key] : undefined;
    // `data` has the values that aliases stand for.
    const data = frontMatter.data[field.key];
    if (!schema || isBlank(field.value) || data === undefined || surelyFits(schema, data)) continue;
    const value = asWritten(schema, data);
    if (surelyFits(schema, value)) continue;
    yield* problemsOf(field, plainest(mismatches(schema, value)));
  }
}

/** Where a text is asked for, the author of `title: 1984` or `answer: true` wrote one, whatever YAML makes of it. */
function asWritten(schema: object, value: unknown): unknown {
  const { type, items } = schema as { type?: unknown; items?: object };
  if (Array.isArray(value)) return items ? value.map(item => asWritten(items, item)) : value;
  if (typeof value !== 'number' && typeof value !== 'boolean') return value;
  const types = [type].flat();
  return types.includes('string') && !types.includes(typeof value) && !types.includes('integer')
    ? String(value)
    : value;
}

function* problemsOf(field: Field, found: readonly Mismatch[]): Iterable<FieldProblem> {
  for (const mismatch of found) {
    const place = placeOf(field.value, mismatch.instancePath);
    const { message, expected } = fieldMessage(field.key, place === field.value, mismatch);
    yield { key: field.key, span: place.span, message, ...(expected.length > 0 ? { expected } : {}) };
  }
}

/** One mismatch for each place: of alternatives the verdict, not what each of them misses. */
function plainest(found: readonly Mismatch[]): readonly Mismatch[] {
  const choices = found.filter(
    ({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf' || keyword === 'if',
  );
  const byPlace = new Map<string, Mismatch>();
  for (const mismatch of found) {
    const choice = choices.find(({ schemaPath }) => mismatch.schemaPath.startsWith(`${schemaPath}/`));
    const kept = choice ?? mismatch;
    if (!byPlace.has(kept.instancePath)) byPlace.set(kept.instancePath, kept);
  }
  return [...byPlace.values()];
}

/** The value at a JSON pointer below a field's value; the nearest one above where it leads to nothing. */
function placeOf(value: FieldValue, pointer: string): FieldValue {
  let place = value;
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    const next = place.items?.[Number(key)] ?? place.fields?.find(field => field.key === key)?.value;
    if (!next) return place;
    place = next;
  }
  return place;
}
