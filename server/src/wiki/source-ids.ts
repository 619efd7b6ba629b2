import type { FieldValue } from '../markdown/facts.ts';
import type { Span } from '../text/span.ts';
import type { Page } from './page.ts';

/** By what a source is told from others, and where its page says so. */
export interface SourceId {
  /** `arxiv:2511.15304`, `doi:10.1038/…`, or `url:host/path`; equal for all spellings of one thing. */
  readonly id: string;
  readonly kind: 'arxiv' | 'doi' | 'url';
  readonly key: string;
  readonly span: Span;
}

const ARXIV = /^(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?$/i;
const ARXIV_URL =
  /^(?:www\.|export\.)?(?:arxiv|ar5iv|alphaxiv)\.org\/(?:abs|pdf|html|format)\/(.+?)(?:\.pdf)?$/i;
const DOI = /^10\.\d{4,9}\/\S+$/;
const DOI_PREFIX = /^(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/|^doi:\s*/i;

/**
 * The identity behind a URL, a DOI or an arXiv id, in any of its spellings; undefined for anything else, and for the
 * mere address of a site, which tells no document from another.
 */
export function sourceId(written: string): { id: string; kind: SourceId['kind'] } | undefined {
  const text = written.trim();
  const doi = text.replace(DOI_PREFIX, '');
  if (DOI.test(doi)) return ofDoi(doi);
  const arxiv = text.replace(/^arxiv:\s*/i, '');
  if (ARXIV.test(arxiv)) return ofArxiv(arxiv);
  if (!/^https?:\/\//i.test(text)) return undefined;
  const address = text.replace(/^https?:\/\//i, '').replace(/[?&]utm_[^&#]*/g, '');
  const paper = ARXIV_URL.exec(address.replace(/[?#].*$/, ''))?.[1];
  if (paper !== undefined && ARXIV.test(paper)) return ofArxiv(paper);
  const slash = address.search(/[/?#]|$/);
  const host = address
    .slice(0, slash)
    .toLowerCase()
    .replace(/^www\./, '');
  const rest = address.slice(slash).replace(/\/+(?=$|[?#])/, '');
  return rest === '' ? undefined : { id: `url:${host}${rest}`, kind: 'url' };
}

function ofDoi(doi: string): { id: string; kind: SourceId['kind'] } {
  const arxiv = /^10\.48550\/arxiv\.(.+)$/i.exec(doi)?.[1];
  return arxiv !== undefined && ARXIV.test(arxiv)
    ? ofArxiv(arxiv)
    : { id: `doi:${doi.toLowerCase().replace(/[.,;]+$/, '')}`, kind: 'doi' };
}

/** Versions of a paper are one source. */
const ofArxiv = (id: string): { id: string; kind: SourceId['kind'] } => ({
  id: `arxiv:${id.toLowerCase().replace(/v\d+$/, '')}`,
  kind: 'arxiv',
});

const KEYS: ReadonlySet<string> = new Set(['url', 'doi', 'arxiv', 'arxiv-id', 'arxiv_id']);

const known = new WeakMap<Page, readonly SourceId[]>();

/** The page type whose pages stand for a paper, a post, a book. */
export const SOURCE_TYPE = 'source';

/** What a source's front matter says that it is: `url`, `doi`, `arxiv`. Empty for pages of other types. */
export function sourceIdsOf(page: Page): readonly SourceId[] {
  if (page.typeName !== SOURCE_TYPE || !page.facts.frontMatter) return [];
  let ids = known.get(page);
  if (!ids) {
    ids = page.facts.frontMatter.fields.flatMap(({ key, value }) =>
      KEYS.has(key.toLowerCase()) ? (value.items ?? [value]).flatMap(item => idIn(key, item)) : [],
    );
    known.set(page, ids);
  }
  return ids;
}

export function idIn(key: string, value: FieldValue): SourceId[] {
  const found = typeof value.value === 'string' ? sourceId(value.value) : undefined;
  return found ? [{ ...found, key, span: value.span }] : [];
}
