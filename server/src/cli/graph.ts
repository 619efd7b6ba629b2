import { type Graph, graphAround, graphOf } from '../features/graph.ts';
import { formatDot, formatGraphJson, formatMermaid } from './format-graph.ts';
import { loadWiki } from './load-wiki.ts';

export interface GraphCommandOptions {
  readonly format: 'json' | 'dot' | 'mermaid';
  readonly config?: string;
}

/** `research-wiki graph`: who leads to whom; with paths, only what is at those pages. */
export async function graph(paths: readonly string[], options: GraphCommandOptions): Promise<number> {
  const { host, pages, bar } = await loadWiki(paths, options.config);
  const whole = graphOf(host.wiki);
  const shown: Graph = pages.length < whole.pages.length ? graphAround(whole, new Set(pages)) : whole;
  bar.stop();
  const formats = {
    json: () => formatGraphJson(host, shown),
    dot: () => formatDot(shown),
    mermaid: () => formatMermaid(shown),
  };
  process.stdout.write(formats[options.format]());
  return 0;
}
