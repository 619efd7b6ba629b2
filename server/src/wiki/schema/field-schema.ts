import type { FieldValue } from '../../markdown/facts.ts';
import type { Notes } from './notes.ts';
import { patternFault } from './pattern.ts';
import {
  anything,
  choice,
  count,
  flag,
  list,
  number,
  oneOrMore,
  pattern,
  type Reader,
  text,
} from './readers.ts';

/** What the value of a JSON Schema keyword is made of: one schema, a list of them, a map of them, or something plain. */
export type KeywordShape = 'schema' | 'schemas' | 'schema-map' | 'plain';

interface Keyword {
  readonly shape: KeywordShape;
  readonly read: Reader<unknown>;
}

/** How deep `page` may stand: in the field's own schema or that of its items. */
type Depth = 'field' | 'item' | 'inside';

const TYPES = ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null'] as const;
export const FORMATS = ['date', 'date-time', 'email', 'uri'] as const;

const plain = (read: Reader<unknown>): Keyword => ({ shape: 'plain', read });
/** A schema inside of another; true allows anything there, false nothing. */
const inner: Reader<object | boolean> = (value, key, notes) =>
  typeof value.value === 'boolean' ? value.value : schemaAt('inside')(value, key, notes);
const schema: Keyword = { shape: 'schema', read: inner };
const schemas: Keyword = { shape: 'schemas', read: list(inner) };
const schemaMap = (named: Reader<string> | undefined): Keyword => ({
  shape: 'schema-map',
  read: (value, key, notes) => readSchemaMap(value, key, notes, named),
});

/** Every keyword of JSON Schema (draft 2020-12) that a field may use. */
export const KEYWORDS: Readonly<Record<string, Keyword>> = {
  type: plain(oneOrMore(choice(...TYPES))),
  enum: plain(list(anything)),
  const: plain(anything),
  format: plain(choice(...FORMATS)),
  pattern: plain(pattern),
  minLength: plain(count),
  maxLength: plain(count),
  minimum: plain(number),
  maximum: plain(number),
  exclusiveMinimum: plain(number),
  exclusiveMaximum: plain(number),
  multipleOf: plain(number),
  items: schema,
  prefixItems: schemas,
  contains: schema,
  minContains: plain(count),
  maxContains: plain(count),
  minItems: plain(count),
  maxItems: plain(count),
  uniqueItems: plain(flag),
  properties: schemaMap(undefined),
  patternProperties: schemaMap(pattern),
  additionalProperties: schema,
  propertyNames: schema,
  required: plain(list(text)),
  minProperties: plain(count),
  maxProperties: plain(count),
  anyOf: schemas,
  oneOf: schemas,
  allOf: schemas,
  not: schema,
  title: plain(text),
  description: plain(text),
  default: plain(anything),
  examples: plain(list(anything)),
  deprecated: plain(flag),
};

/** Our own words: the value names a page, and whether one that does not exist is reported. */
export const PAGE_KEYWORDS: Readonly<Record<string, Keyword>> = {
  page: plain((value, key, notes) => {
    const name = text(value, key, notes);
    if (name !== undefined) notes.pageTypes.push({ name, span: value.span });
    return name;
  }),
  missing: plain(choice('allow', 'report')),
};

/** The JSON Schema of one field. */
export const fieldSchema: Reader<object> = (value, key, notes) => {
  if (typeof value.value === 'boolean') return value.value ? {} : { not: {} };
  return schemaAt('field')(value, key, notes);
};

function schemaAt(depth: Depth): Reader<object> {
  return (value, key, notes) => {
    if (!value.fields) {
      notes.report(
        'schema/invalid',
        value.span,
        `"${key}" must be a JSON Schema (a map such as {type: string})`,
      );
      return undefined;
    }
    const known = depth === 'inside' ? KEYWORDS : { ...KEYWORDS, ...PAGE_KEYWORDS };
    const read: Record<string, unknown> = {};
    for (const field of value.fields) {
      const keyword = Object.hasOwn(known, field.key) ? known[field.key] : undefined;
      if (!keyword) {
        const what = `"${field.key}" is no keyword of a field's JSON Schema`;
        notes.reportWord('schema/unknown-key', field.keySpan, what, field.key, Object.keys(known));
        continue;
      }
      // A field of the preset loses a keyword by `null`; only these two may mean null itself.
      const removes = field.value.value === null && field.key !== 'const' && field.key !== 'default';
      const ofItems = field.key === 'items' && depth === 'field' && field.value.fields !== undefined;
      const reader = ofItems ? schemaAt('item') : keyword.read;
      const part = removes ? null : reader(field.value, field.key, notes);
      if (part !== undefined) read[field.key] = part;
    }
    return read;
  };
}

function readSchemaMap(
  value: FieldValue,
  key: string,
  notes: Notes,
  named: Reader<string> | undefined,
): object | undefined {
  if (!value.fields) {
    notes.report('schema/invalid', value.span, `"${key}" must be a map (key: value)`);
    return undefined;
  }
  const read: Record<string, object | boolean> = {};
  for (const field of value.fields) {
    const fault = named === undefined ? undefined : patternFault(field.key);
    if (fault !== undefined) notes.report('schema/bad-pattern', field.keySpan, fault);
    const part = inner(field.value, field.key, notes);
    if (part !== undefined && fault === undefined) read[field.key] = part;
  }
  return read;
}
