import type { TableOptions } from '../../tables/table.ts';
import type { Span } from '../../text/span.ts';
import type { SafePattern } from './pattern.ts';

export type Severity = 'off' | 'hint' | 'info' | 'warning' | 'error';

/** What the schema asks of the links of a section (or, in `PageType.links`, anywhere in the page). */
export interface Relation {
  /** Page types that a link may lead to. */
  readonly to: readonly string[];
  /** How many links to such pages there must be at least; 0 when none is asked. */
  readonly atLeast: number;
  /** Title of the section in the other page that must list this one. */
  readonly listedBackIn?: string;
  /** A list item with one of these words owes nothing back. Lower case. */
  readonly unless: readonly string[];
}

export interface SectionSpec {
  readonly title: string;
  readonly aliases: readonly string[];
  readonly required: boolean;
  readonly links?: Relation;
}

/** One place in the order of sections: a section, or alternatives of which one holds. */
export type SectionEntry = SectionSpec | { readonly oneOf: readonly (readonly SectionSpec[])[] };

/** A field whose value (or whose items) names a page. */
export interface PageField {
  readonly key: string;
  /** The page type that the value names. */
  readonly type: string;
  /** True when a missing page is reported (`missing: report`). */
  readonly reportMissing: boolean;
}

export interface FieldsSpec {
  readonly required: readonly string[];
  /** JSON Schema (draft 2020-12) of each known field, `page:` and `missing:` taken out. */
  readonly properties: Readonly<Record<string, object>>;
  readonly pageFields: readonly PageField[];
}

export interface PageType {
  readonly name: string;
  /** Globs relative to the wiki's root. */
  readonly files: readonly string[];
  /** What the file name without `.md` must match; takes time linear in the name. */
  readonly filePattern?: SafePattern;
  readonly fields: FieldsSpec;
  readonly sections: readonly SectionEntry[];
  /** True when sections must stand in the order given. */
  readonly order: boolean;
  readonly others: 'allow' | 'warn';
  readonly links: readonly Relation[];
}

/** Rule id or pattern such as `structure/*`, with a severity and options for the rule. */
export interface RuleSetting {
  readonly pattern: string;
  readonly severity: Severity;
  readonly options?: Readonly<Record<string, unknown>>;
}

export interface NamedTable extends TableOptions {
  /** Path or glob relative to the wiki's root. */
  readonly file: string;
  /** The name under which front matter may list it; undefined for a bare glob. */
  readonly name?: string;
}

/** A resolved schema: preset and YAML merged, ready to use. Always usable, whatever was wrong in the YAML. */
export interface Schema {
  readonly version: 1;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly readOnly: readonly string[];
  readonly tables: readonly NamedTable[];
  /** Fields that every typed page must or may have. */
  readonly allPages: FieldsSpec;
  readonly pages: ReadonlyMap<string, PageType>;
  readonly byStatus: ReadonlyMap<string, readonly RuleSetting[]>;
  /** Severities that come with the preset; the wiki's own `rules` go before them. */
  readonly presetRules: readonly RuleSetting[];
  readonly rules: readonly RuleSetting[];
}

/** Something wrong in `research-wiki.yaml`, at its place. */
export interface SchemaProblem {
  readonly rule:
    | 'schema/syntax'
    | 'schema/invalid'
    | 'schema/unknown-key'
    | 'schema/bad-pattern'
    | 'schema/version';
  readonly span: Span;
  readonly message: string;
  /** What would be right in place of exactly `span`, best first. */
  readonly expected?: readonly string[];
}
