import type { PageType, Schema } from './schema.ts';

/** A field that the schema knows for a page. */
export interface KnownField {
  readonly key: string;
  readonly required: boolean;
  /** Its JSON Schema; empty where anything goes. */
  readonly shape: Readonly<Record<string, unknown>>;
}

/** Fields that every page may have, whatever the schema says. */
const EVERYWHERE = ['type', 'title', 'status', 'aliases', 'tables'] as const;

/** The fields of a page type, in the schema's order, then those of all pages. */
export function knownFields(schema: Schema, type: PageType | undefined): readonly KnownField[] {
  const specs = [...(type ? [type.fields] : []), schema.allPages];
  const required = new Set(specs.flatMap(spec => spec.required));
  const keys = new Set([
    ...specs.flatMap(spec => [...spec.required, ...Object.keys(spec.properties)]),
    ...specs.flatMap(spec => spec.pageFields.map(({ key }) => key)),
    ...EVERYWHERE,
  ]);
  return [...keys].map(key => ({ key, required: required.has(key), shape: shapeOf(schema, type, key) }));
}

/** The JSON Schema of one field; what the type says goes before what holds for all pages. */
export function shapeOf(
  schema: Schema,
  type: PageType | undefined,
  key: string,
): Readonly<Record<string, unknown>> {
  const found = type?.fields.properties[key] ?? schema.allPages.properties[key] ?? {};
  return found as Readonly<Record<string, unknown>>;
}
