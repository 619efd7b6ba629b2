import type { Definition, Link } from '../markdown/facts.ts';
import { contains, type Span } from '../text/span.ts';
import { type Destination, readDestination } from '../wiki/destination.ts';
import type { Page } from '../wiki/page.ts';
import type { PageName } from '../wiki/page-names.ts';
import { pageNamed, pageOfPath, resolve, type Target } from '../wiki/resolve.ts';
import { targetsOf } from '../wiki/targets.ts';
import type { Wiki } from '../wiki/wiki.ts';

/** Something in a page that leads elsewhere, under the cursor. */
export interface LinkAt {
  /** What a hover marks: the destination where the cursor is on it, else the whole link. */
  readonly span: Span;
  readonly target: Target | undefined;
  readonly source: Link | Definition | PageName | 'page-path';
  /** The anchor, as written. */
  readonly fragment?: string;
}

/** The link, definition, page path or field that names a page at an offset; the innermost where links nest. */
export function linkAt(wiki: Wiki, page: Page, offset: number): LinkAt | undefined {
  let best: LinkAt | undefined;
  for (const { link, target, destination } of targetsOf(wiki, page)) {
    if (!contains(link.span, offset) || (best && length(best.span) <= length(link.span))) continue;
    best = {
      span: contains(link.destinationSpan, offset) ? link.destinationSpan : link.span,
      target,
      source: link,
      ...fragmentOf(destination),
    };
  }
  return (
    best ?? definitionAt(wiki, page, offset) ?? fieldAt(wiki, page, offset) ?? pagePathAt(wiki, page, offset)
  );
}

function definitionAt(wiki: Wiki, page: Page, offset: number): LinkAt | undefined {
  const definition = page.facts.definitions.find(({ span }) => contains(span, offset));
  if (!definition) return undefined;
  const destination = readDestination(page.path, definition.destination);
  return {
    span: contains(definition.destinationSpan, offset) ? definition.destinationSpan : definition.span,
    target: resolve(wiki, destination),
    source: definition,
    ...fragmentOf(destination),
  };
}

function fieldAt(wiki: Wiki, page: Page, offset: number): LinkAt | undefined {
  const name = page.names.find(({ span }) => contains(span, offset));
  if (!name) return undefined;
  const target = pageNamed(wiki, page.path, name.name, name.type);
  return { span: name.span, target: target && { kind: 'page', page: target }, source: name };
}

function pagePathAt(wiki: Wiki, page: Page, offset: number): LinkAt | undefined {
  const place = page.facts.pagePaths.find(({ span }) => contains(span, offset));
  const target = place && pageOfPath(wiki, page.path, place.path);
  return place && target
    ? { span: place.span, target: { kind: 'page', page: target }, source: 'page-path' }
    : undefined;
}

const fragmentOf = (destination: Destination): { fragment?: string } =>
  destination.kind === 'path' && destination.fragment ? { fragment: destination.fragment } : {};

const length = ({ start, end }: Span): number => end - start;
