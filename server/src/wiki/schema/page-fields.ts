import { KEYWORDS } from './field-schema.ts';
import type { PageField } from './schema.ts';

/** A field's JSON Schema with our two words in it. */
interface RawField {
  readonly page?: string;
  readonly missing?: 'report' | 'allow';
  readonly items?: RawField;
}

/** The page type that a field's value, or each item of it, names; empty where it names none. */
export function pageFieldsOf(key: string, schema: object): readonly PageField[] {
  const field = schema as RawField;
  const named = field.page === undefined ? field.items : field;
  if (!named?.page) return [];
  const reportMissing = (named.missing ?? field.missing) === 'report';
  return [{ key, type: named.page, reportMissing }];
}

/** The JSON Schema that is left without our words, and without keywords that a `null` took away. */
export function plainSchema(schema: object): object {
  const result: Record<string, unknown> = {};
  for (const [keyword, value] of Object.entries(schema)) {
    const shape = Object.hasOwn(KEYWORDS, keyword) ? KEYWORDS[keyword]!.shape : undefined;
    if (shape === undefined || (value === null && keyword !== 'const' && keyword !== 'default')) continue;
    if (shape === 'schema') result[keyword] = plainSchema(value);
    else if (shape === 'schemas') result[keyword] = (value as readonly object[]).map(plainSchema);
    else if (shape === 'schema-map') {
      const parts = Object.entries(value as Readonly<Record<string, object>>);
      result[keyword] = Object.fromEntries(parts.map(([key, part]) => [key, plainSchema(part)]));
    } else result[keyword] = value;
  }
  return result;
}
