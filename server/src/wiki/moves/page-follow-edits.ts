import type { PageFacts } from '../../markdown/facts.ts';
import type { Page } from '../page.ts';
import { stem } from '../path.ts';
import { pageNamed } from '../resolve.ts';
import { targetsOf, writtenDestinations } from '../targets.ts';
import type { Wiki } from '../wiki.ts';
import { editsByPage, type PageEdits } from './edits-by-page.ts';
import type { PathEdit } from './path-edit.ts';
import { linkTextEdit } from './title-edits.ts';
import { isOneLine, yamlScalarLike } from './yaml-scalar.ts';

/**
 * The edits by which all pages follow when the title or headings of one become others, its place staying the same:
 * anchors, link texts that were the title, fields that name the page by its title. `after` is the page as it will be, with
 * the same number of headings.
 */
export function pageFollowEdits(wiki: Wiki, before: Page, after: Page): PageEdits {
  const anchors = changedAnchors(before.facts, after.facts);
  const namers = before.title === after.title ? [] : wiki.namersOf(before.title);
  const concerned = new Set([before.path, ...wiki.linkersOf(before.path), ...namers]);
  return editsByPage(wiki, concerned, function* (page, text) {
    yield* anchorEdits(wiki, page, before, anchors, text);
    yield* textEdits(wiki, page, before, after.title, text);
    yield* fieldEdits(wiki, page, before, after.title, text);
  });
}

/** Old anchor → new one, of each heading whose anchor becomes another. Ids of HTML stay, and go before. */
function changedAnchors(before: PageFacts, after: PageFacts): ReadonlyMap<string, string> {
  const ids = new Set(before.htmlIds.map(id => id.toLowerCase()));
  return new Map(
    before.headings.flatMap(({ slug }, index) => {
      const now = after.headings[index]!.slug;
      return now === slug || ids.has(slug) ? [] : [[slug, now] as const];
    }),
  );
}

function* anchorEdits(
  wiki: Wiki,
  page: Page,
  target: Page,
  anchors: ReadonlyMap<string, string>,
  text: string,
): Iterable<PathEdit> {
  if (anchors.size === 0) return;
  for (const { target: leadsTo, destination, place } of writtenDestinations(wiki, page)) {
    if (leadsTo.kind !== 'page' || leadsTo.page !== target || destination.kind !== 'path') continue;
    const prefix = /^user-content-/i.exec(destination.fragment ?? '')?.[0] ?? '';
    const now = anchors.get((destination.fragment ?? '').slice(prefix.length).toLowerCase());
    if (now === undefined || !place.fragmentSpan) continue;
    const raw = text.slice(place.fragmentSpan.start, place.fragmentSpan.end);
    const newText = prefix + (raw.includes('%') ? encodeURIComponent(now) : now);
    yield { path: page.path, span: place.fragmentSpan, newText };
  }
}

function* textEdits(wiki: Wiki, page: Page, target: Page, title: string, text: string): Iterable<PathEdit> {
  for (const { link, target: leadsTo } of targetsOf(wiki, page)) {
    if (leadsTo.kind === 'page' && leadsTo.page === target)
      yield* linkTextEdit(page.path, text, link, target.title, title);
  }
}

/** A name that is the file's too goes on to mean the page. */
function* fieldEdits(wiki: Wiki, page: Page, target: Page, title: string, text: string): Iterable<PathEdit> {
  if (title === target.title) return;
  for (const { name, type, span } of page.names) {
    const said = name.toLowerCase();
    if (said !== target.title.toLowerCase() || said === stem(target.path).toLowerCase()) continue;
    const raw = text.slice(span.start, span.end);
    if (!isOneLine(raw) || pageNamed(wiki, page.path, name, type) !== target) continue;
    yield { path: page.path, span, newText: yamlScalarLike(raw, title) };
  }
}
