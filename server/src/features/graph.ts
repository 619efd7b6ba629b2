import type { Page } from '../wiki/page.ts';
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

export function shapeOf({ pages, edges }: Graph): GraphShape {
  const linked = new Set(edges.map(({ to }) => to));
  const parents = new Map<Page, Page>(pages.map(page => [page, page]));
  const rootOf = (page: Page): Page => {
    let root = page;
    for (let up = parents.get(root)!; up !== root; up = parents.get(root)!) root = up;
    for (let at = page; at !== root; ) {
      const up = parents.get(at)!;
      parents.set(at, root);
      at = up;
    }
    return root;
  };
  for (const { from, to } of edges) parents.set(rootOf(from), rootOf(to));
  return {
    orphans: pages.filter(page => page.typeName !== undefined && !linked.has(page)),
    components: new Set(pages.map(rootOf)).size,
  };
}
