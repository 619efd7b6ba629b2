import type { FieldValue } from '../../markdown/facts.ts';
import { fieldSchema } from './field-schema.ts';
import type { Notes } from './notes.ts';
import type {
  OneOrMore,
  RawAlternative,
  RawFields,
  RawPageType,
  RawRelation,
  RawRules,
  RawSchema,
  RawSection,
  RawSectionEntry,
  RawSetting,
  RawTable,
} from './raw-schema.ts';
import {
  anything,
  choice,
  count,
  flag,
  glob,
  list,
  map,
  oneOrMore,
  pattern,
  type Reader,
  record,
  text,
} from './readers.ts';

/*
 * The whole language of `research-wiki.yaml`: which keys there are and what stands under them. The JSON Schema in
 * `schemas/` says the same for editors; a test holds the two together.
 */

const globs = oneOrMore(glob);
const texts = oneOrMore(text);
export const SEVERITIES = ['off', 'hint', 'info', 'warning', 'error'] as const;
const severity = choice(...SEVERITIES);

const pageTypes: Reader<OneOrMore> = (value, key, notes) => {
  for (const each of value.items ?? [value]) {
    if (typeof each.value === 'string') notes.pageTypes.push({ name: each.value, span: each.span });
  }
  return texts(value, key, notes);
};

export const relationKeys = {
  to: pageTypes,
  'at-least': count,
  'listed-back-in': text,
  unless: texts,
} as const;
const relation = map<RawRelation>(relationKeys, { of: 'a relation', required: ['to'] });

const relations: Reader<RawRelation | readonly RawRelation[]> = (value, key, notes) =>
  value.items ? list(relation)(value, key, notes) : relation(value, key, notes);

export const sectionKeys = { title: text, aliases: texts, required: flag, links: relation } as const;
const fullSection = map<RawSection>(sectionKeys, { of: 'a section', required: ['title'] });
const section: Reader<string | RawSection> = (value, key, notes) =>
  value.fields ? fullSection(value, key, notes) : text(value, key, notes);

const alternative: Reader<RawAlternative> = (value, key, notes) =>
  value.items ? list(section)(value, key, notes) : section(value, key, notes);

const oneOf = map<{ 'one-of': readonly RawAlternative[] }>(
  { 'one-of': list(alternative) },
  { of: 'alternatives', required: ['one-of'] },
);
const sectionEntry: Reader<RawSectionEntry> = (value, key, notes) =>
  value.fields?.some(field => field.key === 'one-of') ? oneOf(value, key, notes) : section(value, key, notes);

export const fieldsKeys = { required: texts, properties: record(fieldSchema) } as const;
const fields = map<RawFields>(fieldsKeys, { of: '"fields"' });

export const pageTypeKeys = {
  files: globs,
  name: pattern,
  fields,
  order: flag,
  others: choice('allow', 'warn'),
  sections: list(sectionEntry),
  links: relations,
} as const;
const pageType = map<RawPageType>(pageTypeKeys, { of: 'a page type' });

export const tableKeys = { file: glob, title: text, unit: text, keys: texts } as const;
const fullTable = map<RawTable>(tableKeys, { of: 'a table', required: ['file'] });
const table: Reader<RawTable | string> = (value, key, notes) =>
  value.fields ? fullTable(value, key, notes) : glob(value, key, notes);
const tables: Reader<NonNullable<RawSchema['tables']>> = (value, key, notes) =>
  value.fields ? record(table)(value, key, notes) : globs(value, key, notes);

/** A severity alone, or a severity with options for the rule. */
const setting: Reader<RawSetting> = (value, key, notes) => {
  if (!value.items) return severity(value, key, notes);
  const [first, options, more] = value.items;
  const level = first === undefined ? undefined : severity(first, key, notes);
  if (first === undefined || more !== undefined || (options !== undefined && !options.fields)) {
    notes.report(
      'schema/invalid',
      value.span,
      `"${key}" must be a severity, or a list of a severity and a map of options`,
    );
    return undefined;
  }
  if (level === undefined) return undefined;
  return options === undefined ? [level] : [level, options.value as Readonly<Record<string, unknown>>];
};

const rules: Reader<RawRules> = (value, key, notes) => {
  for (const field of value.fields ?? []) notes.ruleIds.push({ name: field.key, span: field.keySpan });
  return record(setting)(value, key, notes);
};

export const allPagesKeys = { fields } as const;

export const schemaKeys = {
  version: anything as Reader<number>,
  extends: choice('research'),
  include: globs,
  exclude: globs,
  'read-only': globs,
  tables,
  'all-pages': map<{ fields?: RawFields | null }>(allPagesKeys, { of: '"all-pages"' }),
  pages: record(pageType),
  'by-status': record(rules),
  rules,
} as const;

const wholeFile = map<RawSchema>(schemaKeys, { of: 'research-wiki.yaml' });

/** Reads the whole file; what is wrong is noted and left out. */
export const readRawSchema = (root: FieldValue, notes: Notes): RawSchema | undefined =>
  wholeFile(root, 'research-wiki.yaml', notes);
