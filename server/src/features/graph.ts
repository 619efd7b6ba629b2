import type { Page } from '../wiki/page.ts';
import { pageNamed, pageOfPath } from '../wiki/resolve.ts';
import { targetsOf } from '../wiki/targets.ts';
import type { Wiki } from '../wiki/wiki.ts';
import { reliesOn } from './evidence.ts';

/** One page leads to another, in one place or several. */
export interface Edge {
  readonly from: Page;
  readonly to: Page;
  /** Titles of the sections that hold the places. */
  readonly sections: readonly string[];
  readonly count: number;
}

/** Who leads to whom: by links, page paths and fields. */
export interface Graph {
  /** By path. */
  readonly pages: readonly Page[];
  readonly edges: readonly Edge[];
}

export function graphOf(wiki: Wiki): Graph {
  const pages = [...wiki.pages.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  const edges = pages.flatMap(from =>
    reliesOn(wiki, from).map(({ page, sections, spans }) => ({
      from,
      to: page,
      sections,
      count: spans.length,
    })),
  );
  return { pages, edges };
}

/** What of a graph touches some of its pages: these with their neighbours, and the edges at them. */
export function graphAround({ pages, edges }: Graph, inner: ReadonlySet<Page>): Graph {
  const near = edges.filter(({ from, to }) => inner.has(from) || inner.has(to));
  const seen = new Set([...inner, ...near.flatMap(({ from, to }) => [from, to])]);
  return { pages: pages.filter(page => seen.has(page)), edges: near };
}

export interface GraphShape {
  /** Typed pages that no other leads to. */
  readonly orphans: readonly Page[];
  /** How many groups of pages there are that no link connects. */
  readonly components: number;
}

/** The shape of a whole wiki, without its graph being built. */
export const shapeOfWiki = (wiki: Wiki): GraphShape =>
  shapeBy([...wiki.pages.values()], page => pagesLedTo(wiki, page));

export function shapeOf({ pages, edges }: Graph): GraphShape {
  const targets = new Map<Page, Page[]>(pages.map(page => [page, []]));
  for (const { from, to } of edges) targets.get(from)!.push(to);
  return shapeBy(pages, page => targets.get(page)!);
}

function shapeBy(pages: readonly Page[], targetsOfPage: (page: Page) => Iterable<Page>): GraphShape {
  const numbers = new Map(pages.map((page, number) => [page, number]));
  const linked = new Uint8Array(pages.length);
  const groups = new Groups(pages.length);
  for (const [from, page] of pages.entries()) {
    for (const target of targetsOfPage(page)) {
      const to = numbers.get(target);
      if (to === undefined || to === from) continue;
      linked[to] = 1;
      groups.join(from, to);
    }
  }
  return {
    orphans: pages.filter(({ typeName }, number) => typeName !== undefined && !linked[number]),
    components: groups.count,
  };
}

/** Every page that a page leads to, some of them more than once. */
function* pagesLedTo(wiki: Wiki, page: Page): Iterable<Page> {
  for (const { target } of targetsOf(wiki, page)) if (target.kind === 'page') yield target.page;
  for (const { path } of page.facts.pagePaths) {
    const target = pageOfPath(wiki, page.path, path);
    if (target) yield target;
  }
  for (const { name, type } of page.names) {
    const target = pageNamed(wiki, page.path, name, type);
    if (target) yield target;
  }
}

/** Numbers in groups that grow together (union-find). */
class Groups {
  count: number;
  private readonly parents: Int32Array;

  constructor(size: number) {
    this.count = size;
    this.parents = Int32Array.from({ length: size }, (_, number) => number);
  }

  join(a: number, b: number): void {
    const [rootA, rootB] = [this.rootOf(a), this.rootOf(b)];
    if (rootA === rootB) return;
    this.parents[rootA] = rootB;
    this.count--;
  }

  private rootOf(number: number): number {
    let at = number;
    while (this.parents[at] !== at) {
      // Each that is passed comes nearer to the root, for whoever comes next.
      this.parents[at] = this.parents[this.parents[at]!]!;
      at = this.parents[at]!;
    }
    return at;
  }
}
