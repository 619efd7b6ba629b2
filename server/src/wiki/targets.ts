import type { Definition, Link } from '../markdown/facts.ts';
import type { Span } from '../text/span.ts';
import { type Destination, readDestination } from './destination.ts';
import type { Page } from './page.ts';
import { hasAnchor, resolve, type Target } from './resolve.ts';
import type { Wiki } from './wiki.ts';

/** A link of a page with where it leads. */
export interface LinkTarget {
  readonly link: Link;
  readonly destination: Destination;
  readonly target: Target;
}

const cache = new WeakMap<Page, { version: number; targets: readonly LinkTarget[] }>();

/** All links of a page with their targets, in source order; worked out once for each version of the wiki. */
export function targetsOf(wiki: Wiki, page: Page): readonly LinkTarget[] {
  const known = cache.get(page);
  if (known && known.version === wiki.version) return known.targets;
  const targets = page.facts.links.map((link, index) => {
    const destination = page.destinations[index]!;
    return { link, destination, target: resolve(wiki, destination) };
  });
  cache.set(page, { version: wiki.version, targets });
  return targets;
}

/** A place in the page where a destination is written: a link that holds it itself, or a definition. */
export interface WrittenDestination {
  readonly place: Link | Definition;
  readonly destination: Destination;
  readonly target: Target;
  /** What is written before the `#`. */
  readonly pathSpan: Span;
}

/** Every destination written in a page once: references speak through their definition. */
export function* writtenDestinations(wiki: Wiki, page: Page): Iterable<WrittenDestination> {
  for (const { link, destination, target } of targetsOf(wiki, page)) {
    if (link.kind === 'reference' || link.kind === 'image-reference') continue;
    yield { place: link, destination, target, pathSpan: pathSpanOf(link) };
  }
  for (const definition of page.facts.definitions) {
    const destination = readDestination(page.path, definition.destination);
    yield {
      place: definition,
      destination,
      target: resolve(wiki, destination),
      pathSpan: pathSpanOf(definition),
    };
  }
}

const pathSpanOf = ({ destinationSpan, fragmentSpan }: Link | Definition): Span =>
  fragmentSpan ? { start: destinationSpan.start, end: fragmentSpan.start - 1 } : destinationSpan;

/** The fragment of a destination that leads to a page which has no such anchor. */
export function missingAnchor(destination: Destination, target: Target): string | undefined {
  if (destination.kind !== 'path' || !destination.fragment || target.kind !== 'page') return undefined;
  return hasAnchor(target.page, destination.fragment) ? undefined : destination.fragment;
}
