import { stringify } from 'yaml';
import type { PageType, Schema, SectionSpec } from './schema/schema.ts';

export interface Template {
  readonly text: string;
  /** UTF-16 offset where writing begins: the first section's body. */
  readonly cursor: number;
}

/** A new page of a type: required fields with the values that can be known, and the required sections. */
export function pageTemplate(
  schema: Schema,
  typeName: string | undefined,
  title: string,
  today: string,
): Template {
  const type = typeName === undefined ? undefined : schema.pages.get(typeName);
  if (!type) {
    const text = `# ${title}\n\n`;
    return { text, cursor: text.length };
  }
  const fields: Record<string, unknown> = { type: type.name, title };
  for (const key of [...type.fields.required, ...schema.allPages.required]) {
    if (!(key in fields)) fields[key] = emptyValue(key, propertyOf(type, schema, key), today);
  }
  const sections = type.sections.flatMap(entry => ('oneOf' in entry ? (entry.oneOf[0] ?? []) : [entry]));
  const body = sections.filter(({ required }) => required).map(sectionText);
  const head = `---\n${stringify(fields, { lineWidth: 0 })}---\n\n# ${title}\n`;
  const first = body[0] ?? '\n';
  return { text: head + body.join(''), cursor: head.length + first.length - (body.length > 0 ? 1 : 0) };
}

/** A section with its place to write in: a list item where the schema asks for links, else an empty line. */
export function sectionText(spec: SectionSpec): string {
  return `\n## ${spec.title}\n\n${spec.links && spec.links.atLeast > 0 ? '- ' : ''}\n`;
}

interface FieldSchema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly default?: unknown;
}

const propertyOf = (type: PageType, schema: Schema, key: string): FieldSchema =>
  (type.fields.properties[key] ?? schema.allPages.properties[key] ?? {}) as FieldSchema;

/** The value of a required field in a new page: its default, the first of a list of choices, today for a date. */
export function emptyValue(key: string, field: FieldSchema, today: string): unknown {
  if (field.default !== undefined) return field.default;
  if (field.enum && field.enum.length > 0) return field.enum[0];
  if (field.type === 'array') return [];
  if (field.format === 'date' || key === 'date') return today;
  return '';
}
