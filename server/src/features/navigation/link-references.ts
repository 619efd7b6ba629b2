import { contains } from '../../text/span.ts';
import { readDestination } from '../../wiki/destination.ts';
import type { Page } from '../../wiki/page.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import type { Asker } from '../asker.ts';
import { type Backlink, backlinksIn, backlinksOf } from '../backlinks.ts';
import { headingOf } from './anchor.ts';
import { type PageAt, pageAtOffset } from './page-at.ts';
import type { FilePlace } from './places.ts';

/**
 * Who leads to the page that is meant at an offset: on a title its backlinks, on a heading or a link with an anchor those
 * of the anchor. VS Code itself lists the links behind a destination and a heading, and knows neither fields nor page paths.
 */
export function linkReferences(
  wiki: Wiki,
  path: string,
  offset: number,
  asker: Asker,
): readonly FilePlace[] | undefined {
  const page = wiki.pages.get(path);
  if (!page) return undefined;
  if (asker === 'plain-editor') {
    const label = labelUses(page, offset);
    if (label) return label;
  }
  const meant = pageAtOffset(wiki, page, offset);
  if (!meant) return asker === 'plain-editor' ? headingUses(wiki, page, offset) : undefined;
  return everywhere(wiki, meant)
    .filter(backlink => asker === 'plain-editor' || !listedByEditor(meant, backlink))
    .map(({ from, span }) => ({ path: from.path, span }));
}

/** Backlinks, those of the page itself among them where an anchor is meant. */
function everywhere(wiki: Wiki, { page, by, fragment }: PageAt): readonly Backlink[] {
  if (by === 'heading' || by === 'title' || fragment === undefined) return backlinksOf(wiki, page);
  return toAnchor([...backlinksIn(wiki, page, page), ...backlinksOf(wiki, page)], fragment);
}

const toAnchor = (backlinks: readonly Backlink[], anchor: string): readonly Backlink[] =>
  backlinks.filter(({ fragment }) => fragment?.toLowerCase() === anchor.toLowerCase());

function listedByEditor({ by, page }: PageAt, { kind, fragment }: Backlink): boolean {
  if (kind !== 'link') return false;
  if (by === 'destination') return true;
  return by === 'heading' && headingOf(page, fragment)?.depth === 1;
}

/** A heading below the title: who leads to it. */
function headingUses(wiki: Wiki, page: Page, offset: number): readonly FilePlace[] | undefined {
  const heading = page.facts.headings.find(({ span }) => contains(span, offset));
  if (!heading) return undefined;
  const all = [...backlinksIn(wiki, page, page), ...backlinksOf(wiki, page)];
  return toAnchor(all, heading.slug).map(({ from, span }) => ({ path: from.path, span }));
}

/** The label of a reference link or a definition: all places of the page with that label. */
function labelUses(page: Page, offset: number): readonly FilePlace[] | undefined {
  const { links, definitions } = page.facts;
  const places = [...links, ...definitions];
  const here = places.find(({ labelSpan }) => labelSpan && contains(labelSpan, offset));
  if (here?.identifier === undefined) return undefined;
  // A definition that leads to a page is asked about for that page.
  if ('label' in here && readDestination(page.path, here.destination).kind === 'path') return undefined;
  return places
    .filter(({ identifier }) => identifier === here.identifier)
    .map(({ labelSpan, span }) => ({ path: page.path, span: labelSpan ?? span }));
}
