import { KEYWORDS, type KeywordShape } from './field-schema.ts';
import type { PageField } from './schema.ts';

/** A field's JSON Schema with our two words in it. */
interface RawField {
  readonly page?: string;
  readonly missing?: 'report' | 'allow';
  readonly items?: RawField | boolean;
}

/** The page type that a field's value, or each item of it, names; empty where it names none. */
export function pageFieldsOf(key: string, schema: object): readonly PageField[] {
  const field = schema as RawField;
  const named = field.page === undefined ? field.items : field;
  if (typeof named !== 'object' || !named.page) return [];
  const reportMissing = (named.missing ?? field.missing) === 'report';
  return [{ key, type: named.page, reportMissing }];
}

/** The JSON Schema that is left without our words, and without keywords that a `null` took away. */
export function plainSchema(schema: object): object {
  const pairs = Object.entries(schema).flatMap(([keyword, value]) => {
    const shape = Object.hasOwn(KEYWORDS, keyword) ? KEYWORDS[keyword]!.shape : undefined;
    const removed = value === null && keyword !== 'const' && keyword !== 'default';
    return shape === undefined || removed ? [] : [[keyword, plainPart(shape, value)]];
  });
  return Object.fromEntries(pairs);
}

function plainPart(shape: KeywordShape, value: unknown): unknown {
  switch (shape) {
    case 'schema':
      return typeof value === 'boolean' ? value : plainSchema(value as object);
    case 'schemas':
      return (value as readonly unknown[]).map(part => plainPart('schema', part));
    case 'schema-map': {
      const parts = Object.entries(value as Readonly<Record<string, unknown>>);
      return Object.fromEntries(parts.map(([key, part]) => [key, plainPart('schema', part)]));
    }
    case 'plain':
      return value;
  }
}
