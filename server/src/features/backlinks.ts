import type { Link, PagePath } from '../markdown/facts.ts';
import type { Span } from '../text/span.ts';
import type { Page } from '../wiki/page.ts';
import type { PageName } from '../wiki/page-names.ts';
import { pathKey } from '../wiki/path.ts';
import { pageNamed, pageOfPath, resolve } from '../wiki/resolve.ts';
import type { Wiki } from '../wiki/wiki.ts';

/** A place in another page that leads to a page. */
export interface Backlink {
  readonly from: Page;
  readonly place: Link | PageName | PagePath;
  readonly kind: 'link' | 'field' | 'page-path';
  /** The destination without its fragment, as VS Code's own references have it; the label of a reference link. */
  readonly span: Span;
  /** The anchor it leads to, as written. */
  readonly fragment?: string;
  /** Index in `sections` of the page it stands in, or -1. */
  readonly section: number;
}

/** Everything in other pages that leads to a page, by path and in source order. */
export function backlinksOf(wiki: Wiki, page: Page): readonly Backlink[] {
  return [...wiki.mayLinkTo(page)]
    .filter(from => from !== page)
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap(from => backlinksIn(wiki, from, page));
}

/** Every place of `from` that leads to `page`, in source order. */
export function backlinksIn(wiki: Wiki, from: Page, page: Page): readonly Backlink[] {
  const found = [
    ...linksTo(wiki, from, page),
    ...namesOf(wiki, from, page),
    ...pagePathsTo(wiki, from, page),
  ];
  return found.sort((a, b) => a.span.start - b.span.start);
}

function* linksTo(wiki: Wiki, from: Page, page: Page): Iterable<Backlink> {
  const key = pathKey(page.path);
  const keys = keysOf(from);
  for (const [index, link] of from.facts.links.entries()) {
    if (keys[index] !== key) continue;
    const destination = from.destinations[index]!;
    const target = resolve(wiki, destination);
    if (target.kind !== 'page' || target.page !== page) continue;
    yield {
      from,
      place: link,
      kind: 'link',
      span: spanOf(link),
      section: link.section,
      ...(destination.kind === 'path' && destination.fragment ? { fragment: destination.fragment } : {}),
    };
  }
}

function* namesOf(wiki: Wiki, from: Page, page: Page): Iterable<Backlink> {
  for (const name of from.names) {
    if (pageNamed(wiki, from.path, name.name, name.type) === page)
      yield { from, place: name, kind: 'field', span: name.span, section: -1 };
  }
}

function* pagePathsTo(wiki: Wiki, from: Page, page: Page): Iterable<Backlink> {
  for (const place of from.facts.pagePaths) {
    if (pageOfPath(wiki, from.path, place.path) === page)
      yield { from, place, kind: 'page-path', span: place.span, section: place.section };
  }
}

function spanOf({ kind, labelSpan, destinationSpan, fragmentSpan, textSpan }: Link): Span {
  if (kind === 'reference' || kind === 'image-reference') return labelSpan ?? textSpan;
  return fragmentSpan ? { start: destinationSpan.start, end: fragmentSpan.start - 1 } : destinationSpan;
}

const linkKeys = new WeakMap<Page, readonly (string | undefined)[]>();

/** The path key of each link of a page, so that a page with many backlinks does not resolve every link of each. */
function keysOf(page: Page): readonly (string | undefined)[] {
  let keys = linkKeys.get(page);
  if (!keys) {
    keys = page.destinations.map(to => (to.kind === 'path' ? pathKey(to.path) : undefined));
    linkKeys.set(page, keys);
  }
  return keys;
}
