import { verdictsOf } from '../claims/verdicts-of.ts';
import { type NumberGroupCounts, numberGroupsOf } from '../features/views/number-groups.ts';
import { checkFile, checkSchema, checkTable } from '../rules/check-file.ts';
import { type CheckOptions, checkPage } from '../rules/check-page.ts';
import type { Diagnostic } from '../rules/rule.ts';
import { problemsOf } from '../tables/table-problems.ts';
import type { Page } from '../wiki/page.ts';
import { isTablePath } from '../wiki/path.ts';
import { isNamedTable } from '../wiki/schema/table-options.ts';
import type { WikiHost } from './wiki-host.ts';

/** Numbers of a page or a wiki by what became of them; `found` is the sum of the last three. */
export interface NumberCounts {
  readonly found: number;
  readonly bound: number;
  readonly supported: number;
  readonly contradicted: number;
  readonly unverified: number;
}

export const NO_NUMBERS: NumberCounts = { found: 0, bound: 0, supported: 0, contradicted: 0, unverified: 0 };

export interface FileCheck {
  readonly path: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly suppressed: number;
  /** Undefined for what is no page. */
  readonly numbers?: NumberCounts;
  /** The same as the views group them; only where they are asked for. */
  readonly numberGroups?: NumberGroupCounts;
}

/** Everything there is to say about one file of the wiki, whatever it is; `withGroups` for what only views show. */
export function checkPath(
  host: WikiHost,
  path: string,
  options: CheckOptions,
  withGroups = false,
): FileCheck {
  const { wiki } = host;
  const { rules, overrides } = options;
  const diagnostics: Diagnostic[] = [];
  let suppressed = 0;
  const trouble =
    host.troubles.get(path) ??
    (isTablePath(path) && isTable(host, path) ? host.tableFiles.trouble(path) : undefined);
  if (trouble) diagnostics.push(...checkFile(wiki, trouble, rules, overrides));
  if (host.schemaFile?.path === path)
    diagnostics.push(...checkSchema(wiki, host.schemaFile, rules, overrides));
  const page = wiki.pages.get(path);
  if (page) {
    const check = checkPage(wiki, page, options);
    diagnostics.push(...check.diagnostics);
    suppressed = check.suppressed;
  } else if (isTablePath(path) && isTable(host, path)) {
    const table = host.tableFiles.table(path);
    if (table) diagnostics.push(...checkTable(wiki, { path, problems: problemsOf(table) }, rules, overrides));
  }
  if (!page) return { path, diagnostics, suppressed };
  const numbers = numbersOf(host, page);
  if (!withGroups) return { path, diagnostics, suppressed, numbers };
  return { path, diagnostics, suppressed, numbers, numberGroups: numberGroupsOf(wiki, page) };
}

const numbersOf = (host: WikiHost, page: Page): NumberCounts =>
  page.facts.mergeConflict || page.facts.partial
    ? NO_NUMBERS
    : (verdictsOf(host.wiki, page)?.numbers ?? NO_NUMBERS);

/** A file with a table's ending is a table when a page links, binds or names it, or the wiki's YAML does. */
export const isTable = (host: WikiHost, path: string): boolean =>
  host.wiki.isTableInUse(path) || isNamedTable(host.wiki.schema, path);

/** All files that may have diagnostics: pages, tables in use, the configuration, and what could not be read. */
export function pathsToCheck(host: WikiHost): readonly string[] {
  const paths = new Set(host.wiki.pages.keys());
  for (const path of host.wiki.files) if (isTablePath(path) && isTable(host, path)) paths.add(path);
  if (host.schemaFile) paths.add(host.schemaFile.path);
  for (const path of host.troubles.keys()) paths.add(path);
  return [...paths].sort();
}
