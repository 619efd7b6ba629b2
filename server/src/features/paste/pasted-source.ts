import { linkTo } from '../../rules/link-to.ts';
import { sourcesById } from '../../rules/sources/ids.ts';
import { encodePath } from '../../wiki/destination.ts';
import { escapeLinkText } from '../../wiki/link-text.ts';
import { newPageText } from '../../wiki/new-page-text.ts';
import type { Page } from '../../wiki/page.ts';
import { folderOf, relativePath } from '../../wiki/path.ts';
import { sectionOf } from '../../wiki/relations.ts';
import { SOURCE_TYPE, sourceId } from '../../wiki/source-ids.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { newPagePath } from '../new-page.ts';
import { sectionAt } from '../section-at.ts';
import { freePath } from './free-path.ts';
import type { PasteOffer } from './paste-offer.ts';

/** What a pasted text says of one source. */
export interface SourceFields {
  readonly title?: string;
  readonly authors?: readonly string[];
  /** `2024`, `2024-03` or `2024-03-07`. */
  readonly date?: string;
  readonly venue?: string;
  readonly doi?: string;
  readonly url?: string;
  readonly arxiv?: string;
  /** Of the first author. */
  readonly familyName?: string;
}

/** A DOI or an arXiv id, alone or as an address; undefined for anything else. */
export function identifierIn(text: string): SourceFields | undefined {
  const written = text.trim();
  const found = /\s/.test(written.replace(/^(?:doi|arxiv):\s*/i, '')) ? undefined : sourceId(written);
  if (!found || found.kind === 'url') return undefined;
  const own = found.id.slice(found.kind.length + 1);
  if (found.kind === 'doi') return { title: `doi ${own}`, doi: own, url: `https://doi.org/${own}` };
  const month = /^(\d\d)(\d\d)\./.exec(own);
  return {
    title: `arXiv ${own}`,
    url: `https://arxiv.org/abs/${own}`,
    ...(month ? { date: `20${month[1]}-${month[2]}` } : {}),
  };
}

/**
 * Cites sources at a place in a section for sources: those that have a page by that, the others by a page that is made for
 * them. Undefined elsewhere, and in a wiki that has no such type.
 */
export function pastedSources(
  wiki: Wiki,
  page: Page,
  offset: number,
  sources: readonly SourceFields[],
): PasteOffer | undefined {
  const text = wiki.sources.textOf(page.path);
  if (sources.length === 0 || text === undefined || !wiki.schema.pages.has(SOURCE_TYPE)) return undefined;
  if (!isForSources(page, offset)) return undefined;
  const taken = new Set<string>();
  const cited = sources.map(source => citation(wiki, page, source, taken));
  const creates = cited.flatMap(({ create }) => create ?? []);
  const what = cited.length > 1 ? `${cited.length} sources` : 'this source';
  return {
    kind: 'source',
    title:
      creates.length > 0
        ? `Make ${creates.length > 1 ? `${creates.length} source pages` : `the source page "${creates[0]!.path}"`} and cite ${what}`
        : `Cite ${what} by ${cited.length > 1 ? 'their pages' : `its page "${cited[0]!.path}"`}`,
    newText: asList(
      text,
      offset,
      cited.map(({ link }) => link),
    ),
    creates,
  };
}

const TITLE = /^(?:sources?|references?|citations?|bibliography)$/i;

function isForSources(page: Page, offset: number): boolean {
  const index = sectionAt(page, offset);
  const heading = page.facts.sections[index]?.heading;
  if (!heading) return false;
  return TITLE.test(heading.text) || sectionOf(page, index)?.links?.to.includes(SOURCE_TYPE) === true;
}

interface Citation {
  readonly path: string;
  readonly link: string;
  readonly create?: { readonly path: string; readonly text: string };
}

function citation(wiki: Wiki, page: Page, source: SourceFields, taken: Set<string>): Citation {
  const ids = [source.url, source.doi, source.arxiv].flatMap(written =>
    written ? (sourceId(written)?.id ?? []) : [],
  );
  const known = ids.flatMap(id => sourcesById(wiki).get(id) ?? [])[0];
  const there = known === undefined ? undefined : wiki.pages.get(known);
  if (there) return { path: there.path, link: linkTo(page.path, there) };
  const title = source.title ?? source.url ?? 'Untitled source';
  const path = freePath(wiki, newPagePath(wiki, SOURCE_TYPE, nameFor(source, title), undefined), taken);
  // The address says the id of a preprint, and the authors the first of them.
  const { familyName: _familyName, arxiv: _arxiv, ...fields } = source;
  // The day on which a source page is made is not the source's.
  const made = newPageText(wiki, SOURCE_TYPE, title, { ...fields, title, date: source.date ?? '' });
  const way = encodePath(relativePath(folderOf(page.path), path));
  return { path, link: `[${escapeLinkText(title)}](${way})`, create: { path, text: made.text } };
}

const SMALL = /^(?:a|an|the|of|on|in|for|and|to|with|from|by|is|are)$/i;

/** `Doe 2024 recall probes`: the first author, the year, and what the title begins with. */
function nameFor({ familyName, date }: SourceFields, title: string): string {
  if (familyName === undefined) return title;
  const words = title.split(/[^\p{L}\p{N}-]+/u).filter(word => word !== '' && !SMALL.test(word));
  return [familyName, date?.slice(0, 4) ?? '', ...words.slice(0, 3)].filter(Boolean).join(' ');
}

/** As further items of the list that the cursor stands in; on an empty line as a list of their own. */
function asList(text: string, offset: number, links: readonly string[]): string {
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const marker = /^\s*[-*+]\s+/.exec(before)?.[0];
  if (marker !== undefined) return links.join(`\n${marker}`);
  return before.trim() === '' ? links.map(link => `- ${link}`).join('\n') : links.join(', ');
}
