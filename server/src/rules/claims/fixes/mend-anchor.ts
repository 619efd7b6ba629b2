import { anchorOfRow, columnWithSlug } from '../../../tables/cell-anchor.ts';
import { readFragment } from '../../../tables/expression.ts';
import { slugOf } from '../../../tables/slug.ts';
import type { Table } from '../../../tables/table.ts';
import { similarTo } from '../../../text/distance.ts';
import { decode, encodePath, readDestination } from '../../../wiki/destination.ts';
import type { Page } from '../../../wiki/page.ts';
import type { Wiki } from '../../../wiki/wiki.ts';
import type { Fix, Problem } from '../../rule.ts';

const MOST = 3;

/** Anchors that a broken one is likely to mean: rows and columns spelt nearly so, and the rows that fit where several do. */
export function mendAnchor(wiki: Wiki, page: Page, { span }: Problem): readonly Fix[] {
  const link = page.facts.links.find(({ fragmentSpan }) => fragmentSpan?.start === span.start);
  if (!link) return mendCount(wiki, page, span);
  const destination = readDestination(page.path, link.destination);
  const table = destination.kind === 'path' ? wiki.sources.tableAt(destination.path) : undefined;
  if (!table) return [];
  const fragment = decode(link.destination.slice(link.destination.indexOf('#') + 1));
  return fragmentsFor(table, fragment)
    .slice(0, MOST)
    .map((mended, index) => ({
      title: `Change to "${mended}"`,
      preferred: index === 0,
      safe: false,
      edits: [{ path: page.path, span, newText: encoded(mended) }],
    }));
}

/** `wiki:findng` names no page type: the types spelt nearly so. */
function mendCount(wiki: Wiki, page: Page, span: Problem['span']): readonly Fix[] {
  const link = page.facts.links.find(({ destinationSpan }) => destinationSpan.start === span.start);
  const type = /^wiki:([\w-]+)$/.exec(link?.destination ?? '')?.[1];
  if (type === undefined) return [];
  return similarTo(type, wiki.schema.pages.keys(), name => name)
    .slice(0, MOST)
    .map((name, index) => ({
      title: `Change to "wiki:${name}"`,
      preferred: index === 0,
      safe: false,
      edits: [{ path: page.path, span, newText: `wiki:${name}` }],
    }));
}

/** In an expression the first argument that names nothing is mended, and the whole must be good then. */
function fragmentsFor(table: Table, fragment: string): string[] {
  const call = /^([\p{L}_-]+\()(.*)(\))$/u.exec(fragment);
  const isGood = (mended: string): boolean => readFragment(table, mended).kind !== 'problem';
  if (!call) return anchorsLike(table, fragment).filter(isGood);
  const [, open, list, close] = call as unknown as [string, string, string, string];
  const given = list.split(',').map(argument => argument.trim());
  const broken = given.findIndex(argument => !isGood(argument));
  if (broken < 0) return [];
  return anchorsLike(table, given[broken]!)
    .map(anchor => `${open}${given.with(broken, anchor).join(',')}${close}`)
    .filter(isGood);
}

function anchorsLike(table: Table, anchor: string): string[] {
  const slash = anchor.indexOf('/');
  const row = slash < 0 ? anchor : anchor.slice(0, slash);
  const column = slash < 0 ? undefined : anchor.slice(slash + 1);
  const columns = column === undefined ? [undefined] : columnsLike(table, column);
  return rowsLike(table, row).flatMap(each =>
    columns.map(name => (name === undefined ? each : `${each}/${name}`)),
  );
}

function columnsLike(table: Table, column: string): string[] {
  if (columnWithSlug(table, slugOf(column)) !== undefined) return [column];
  const slugs = table.columns.map(({ slug }) => slug);
  return similarTo(slugOf(column), slugs, slug => slug);
}

/** The row as it is if it names one; else the rows that all its keys fit, then those spelt nearly so. */
function rowsLike(table: Table, row: string): string[] {
  if (row === '') return [''];
  const read = readFragment(table, row);
  if (read.kind !== 'problem') return [row];
  const anchors = (rows: readonly number[]): string[] => rows.flatMap(each => anchorOfRow(table, each) ?? []);
  if (read.problem.candidates) return anchors(read.problem.candidates);
  return similarTo(row, anchors(table.rows.map((_, index) => index)), anchor => anchor);
}

/** The parentheses and commas of an expression stay as they are. */
const encoded = (fragment: string): string => fragment.replace(/[^(),]+/g, part => encodePath(part));
