import { pageFieldsOf, plainSchema } from './page-fields.ts';
import { safePattern } from './pattern.ts';
import type {
  OneOrMore,
  RawFields,
  RawPageType,
  RawRelation,
  RawRules,
  RawSchema,
  RawSection,
  RawSectionEntry,
} from './raw-schema.ts';
import type {
  FieldsSpec,
  NamedTable,
  PageType,
  Relation,
  RuleSetting,
  Schema,
  SectionEntry,
  SectionSpec,
} from './schema.ts';

/** The schema ready to use. `raw` is preset and YAML merged; its own severities stay apart from the wiki's. */
export function resolveSchema(raw: RawSchema, presetRules: RawRules, rules: RawRules): Schema {
  const pages = entriesOf(raw.pages).map(([name, type]) => [name, pageType(name, type)] as const);
  const byStatus = entriesOf(raw['by-status']).map(
    ([status, own]) => [status.toLowerCase(), settings(own)] as const,
  );
  return {
    version: 1,
    include: listOf(raw.include, ['**/*.md']),
    exclude: listOf(raw.exclude),
    readOnly: listOf(raw['read-only']),
    tables: namedTables(raw.tables),
    allPages: fieldsSpec(raw['all-pages']?.fields),
    pages: new Map(pages),
    byStatus: new Map(byStatus),
    presetRules: settings(presetRules),
    rules: settings(rules),
  };
}

/** The pairs of a map whose value was not taken away. */
const entriesOf = <T>(map: Readonly<Record<string, T | null>> | null | undefined): [string, T][] =>
  Object.entries(map ?? {}).filter((entry): entry is [string, T] => entry[1] !== null);

const listOf = (value: OneOrMore | null | undefined, otherwise: readonly string[] = []): readonly string[] =>
  value === undefined || value === null ? otherwise : typeof value === 'string' ? [value] : value;

function pageType(name: string, raw: RawPageType): PageType {
  const links =
    raw.links === undefined || raw.links === null ? [] : 'to' in raw.links ? [raw.links] : raw.links;
  return {
    name,
    files: listOf(raw.files),
    ...(raw.name ? { filePattern: safePattern(raw.name) } : {}),
    fields: fieldsSpec(raw.fields),
    sections: (raw.sections ?? []).map(sectionEntry),
    order: raw.order ?? false,
    others: raw.others ?? 'allow',
    links: links.map(relation),
  };
}

function sectionEntry(raw: RawSectionEntry): SectionEntry {
  if (typeof raw === 'string' || !('one-of' in raw)) return section(raw);
  const alternatives = raw['one-of'].map(alternative =>
    Array.isArray(alternative) ? alternative.map(section) : [section(alternative as string | RawSection)],
  );
  return { oneOf: alternatives };
}

function section(raw: string | RawSection): SectionSpec {
  if (typeof raw === 'string') return { title: raw, aliases: [], required: true };
  return {
    title: raw.title,
    aliases: listOf(raw.aliases),
    required: raw.required ?? true,
    ...(raw.links ? { links: relation(raw.links) } : {}),
  };
}

function relation(raw: RawRelation): Relation {
  return {
    to: listOf(raw.to),
    atLeast: raw['at-least'] ?? 0,
    ...(raw['listed-back-in'] === undefined ? {} : { listedBackIn: raw['listed-back-in'] }),
    unless: listOf(raw.unless).map(word => word.toLowerCase()),
  };
}

function fieldsSpec(raw: RawFields | null | undefined): FieldsSpec {
  const properties = entriesOf(raw?.properties);
  return {
    required: listOf(raw?.required),
    properties: Object.fromEntries(properties.map(([key, schema]) => [key, plainSchema(schema)])),
    pageFields: properties.flatMap(([key, schema]) => pageFieldsOf(key, schema)),
  };
}

function namedTables(raw: RawSchema['tables']): readonly NamedTable[] {
  if (raw === undefined || raw === null) return [];
  if (typeof raw === 'string' || Array.isArray(raw)) return listOf(raw as OneOrMore).map(file => ({ file }));
  return entriesOf(raw as Exclude<RawSchema['tables'], OneOrMore>).map(([name, table]) => {
    if (typeof table === 'string') return { name, file: table };
    const { keys, ...rest } = table;
    return { name, ...rest, ...(keys === undefined ? {} : { keys: listOf(keys) }) };
  });
}

const settings = (rules: RawRules): readonly RuleSetting[] =>
  entriesOf(rules).map(([pattern, setting]) => {
    if (typeof setting === 'string') return { pattern, severity: setting };
    const [severity, options] = setting;
    return { pattern, severity, ...(options === undefined ? {} : { options }) };
  });
