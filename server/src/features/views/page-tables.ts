import { tablesInPage } from '../../claims/page-tables.ts';
import type { Table } from '../../tables/table.ts';
import { linkedTablesOf } from '../../wiki/link-keys.ts';
import type { Page } from '../../wiki/page.ts';
import { baseName } from '../../wiki/path.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import type { FilePlace } from '../navigation/places.ts';
import { numbersOf } from '../number-report.ts';
import { groupOf } from './number-groups.ts';

/** A table that a page links to, names, holds, or quotes through a source. */
export interface TableOfPage {
  readonly title: string;
  readonly place: FilePlace;
  /** False for a file that is not there or is no table. */
  readonly readable: boolean;
  /** How many numbers of the page speak of it, and how many of those it contradicts. */
  readonly quoted: number;
  readonly contradicted: number;
}

/** The tables of a page: those it links to or names, its own, and others that its numbers speak of. */
export function tablesOfPage(wiki: Wiki, page: Page): readonly TableOfPage[] {
  const quotes = quotesOf(wiki, page);
  const found = new Map<string, { readonly path: string; readonly table: Table | undefined }>();
  const add = (path: string, table: Table | undefined) => found.set(keyOf(path, table), { path, table });
  for (const path of linkedTablesOf(page)) add(path, wiki.sources.tableAt(path));
  for (const { path, table } of tablesInPage(wiki, page.path)) add(path, table);
  for (const { path, table } of quotes.values()) add(path, table);
  return [...found].map(([key, { path, table }]) => ({
    title: titleOf(path, table),
    place: { path, span: table?.format === 'gfm' ? table.headerSpan : { start: 0, end: 0 } },
    readable: table !== undefined,
    quoted: quotes.get(key)?.quoted ?? 0,
    contradicted: quotes.get(key)?.contradicted ?? 0,
  }));
}

/** A page that is read again has other table objects. */
const keyOf = (path: string, table: Table | undefined): string =>
  table?.format === 'gfm' ? `${path} ${table.headerSpan.start}` : path;

function titleOf(path: string, table: Table | undefined): string {
  if (table?.format === 'gfm') return table.columns.map(({ header }) => header).join(' | ');
  return table?.title ?? baseName(path);
}

interface Quotes {
  readonly path: string;
  readonly table: Table;
  quoted: number;
  contradicted: number;
}

/** By `keyOf`: the tables that numbers of the page speak of. */
function quotesOf(wiki: Wiki, page: Page): ReadonlyMap<string, Quotes> {
  const found = new Map<string, Quotes>();
  for (const number of numbersOf(wiki, page)) {
    const isWrong = groupOf(number) === 'contradicted';
    const { cells, candidates } = number.claim;
    const spoken = isWrong && cells.length === 0 ? candidates.slice(0, 1) : cells;
    for (const [key, { path, table }] of new Map(spoken.map(cell => [keyOf(cell.path, cell.table), cell]))) {
      const quotes = found.get(key) ?? { path, table, quoted: 0, contradicted: 0 };
      found.set(key, quotes);
      quotes.quoted++;
      if (isWrong) quotes.contradicted++;
    }
  }
  return found;
}
