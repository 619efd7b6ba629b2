import { relative } from 'node:path';
import { shorten } from '../features/page-card.ts';
import { lineStartsIn } from '../host/lines.ts';
import { VERSION } from '../host/version.ts';
import type { WikiHost } from '../host/wiki-host.ts';
import { count } from '../rules/words.ts';
import { positionAt } from '../text/line-starts.ts';
import type { Page } from '../wiki/page.ts';
import { colors } from './colors.ts';
import type { LinkPlace, LinksResult } from './links-result.ts';

const LONGEST_SENTENCE = 160;

/** Two lists, one line a place: `path:line:column section: sentence`; paths relative to the working directory. */
export function formatLinks({ host, page, backlinks, links }: LinksResult): string {
  const pages = (places: readonly LinkPlace[], end: 'from' | 'to') =>
    new Set(places.map(place => place[end])).size;
  return [
    `${colors.bold(page.title)} ${colors.dim(describe(page))}`,
    '',
    `linked from ${count(pages(backlinks, 'from'), 'page')}`,
    ...backlinks.map(place => line(host, place, '')),
    '',
    `links to ${count(pages(links, 'to'), 'page')}`,
    ...links.map(place => line(host, place, `${place.to.title}: `)),
    '',
  ].join('\n');
}

function line(host: WikiHost, { from, span, section, sentence }: LinkPlace, to: string): string {
  const { line: row, character } = positionAt(lineStartsIn(host, from.path), span.start);
  const shown = relative('.', `${host.root}/${from.path}`);
  const where = section === undefined ? '' : `${colors.dim(`${section}:`)} `;
  return `  ${shown}:${row + 1}:${character + 1} ${to}${where}${shorten(sentence, LONGEST_SENTENCE)}`;
}

const describe = ({ typeName, status, path }: Page): string =>
  [typeName, status, path].filter(part => part !== undefined).join(' · ');

/** The same as one JSON object; see docs/cli.md for its fields. */
export function formatLinksJson({ host, page, backlinks, links }: LinksResult): string {
  const place = (end: 'from' | 'to') => (each: LinkPlace) => {
    const starts = lineStartsIn(host, each.from.path);
    return {
      ...pageJson(each[end]),
      range: { start: positionAt(starts, each.span.start), end: positionAt(starts, each.span.end) },
      section: each.section ?? null,
      sentence: each.sentence,
    };
  };
  return `${JSON.stringify({
    version: 1,
    engine: VERSION,
    root: relative('.', host.root) || '.',
    page: pageJson(page),
    backlinks: backlinks.map(place('from')),
    links: links.map(place('to')),
  })}\n`;
}

/** A page as the JSON of `links` and `graph` has it; what it has not is null. */
export const pageJson = ({ path, title, typeName, status }: Page) => ({
  file: path,
  title,
  type: typeName ?? null,
  status: status ?? null,
});
