/*
 * The language of `research-wiki.yaml` as plain data, before preset and YAML are merged. `null` removes what the
 * preset has under the key. What is no part of the language is gone by then.
 */

import type { Severity } from './schema.ts';

/** Written as one string or as a list. */
export type OneOrMore = string | readonly string[];

export interface RawRelation {
  readonly to: OneOrMore;
  readonly 'at-least'?: number;
  readonly 'listed-back-in'?: string;
  readonly unless?: OneOrMore;
}

export interface RawSection {
  readonly title: string;
  readonly aliases?: OneOrMore;
  readonly required?: boolean;
  readonly links?: RawRelation;
}

export type RawSectionEntry = string | RawSection | { readonly 'one-of': readonly RawAlternative[] };
export type RawAlternative = string | RawSection | readonly (string | RawSection)[];

export interface RawFields {
  readonly required?: OneOrMore | null;
  /** JSON Schema of each field, with our `page` and `missing` in it. */
  readonly properties?: Readonly<Record<string, object | null>> | null;
}

export interface RawPageType {
  readonly files?: OneOrMore | null;
  readonly name?: string | null;
  readonly fields?: RawFields | null;
  readonly order?: boolean | null;
  readonly others?: 'allow' | 'warn' | null;
  readonly sections?: readonly RawSectionEntry[] | null;
  readonly links?: RawRelation | readonly RawRelation[] | null;
}

export interface RawTable {
  readonly file: string;
  readonly title?: string;
  readonly unit?: string;
  readonly keys?: OneOrMore;
}

export type RawSetting =
  | Severity
  | readonly [Severity]
  | readonly [Severity, Readonly<Record<string, unknown>>];
export type RawRules = Readonly<Record<string, RawSetting | null>>;

export interface RawSchema {
  readonly version?: number;
  readonly extends?: 'research' | null;
  readonly include?: OneOrMore | null;
  readonly exclude?: OneOrMore | null;
  readonly 'read-only'?: OneOrMore | null;
  readonly tables?: OneOrMore | Readonly<Record<string, RawTable | string | null>> | null;
  readonly 'all-pages'?: { readonly fields?: RawFields | null } | null;
  readonly pages?: Readonly<Record<string, RawPageType | null>>;
  readonly 'by-status'?: Readonly<Record<string, RawRules | null>> | null;
  readonly rules?: RawRules | null;
}
