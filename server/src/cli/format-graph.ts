import { relative } from 'node:path';
import { type Graph, shapeOf } from '../features/graph.ts';
import { VERSION } from '../host/version.ts';
import type { WikiHost } from '../host/wiki-host.ts';
import type { Page } from '../wiki/page.ts';
import { pageJson } from './format-links.ts';

/** One JSON object; see docs/cli.md for its fields. */
export function formatGraphJson(host: WikiHost, graph: Graph): string {
  const { orphans, components } = shapeOf(graph);
  return `${JSON.stringify({
    version: 1,
    engine: VERSION,
    root: relative('.', host.root) || '.',
    pages: graph.pages.map(pageJson),
    edges: graph.edges.map(({ from, to, sections, count }) => ({
      from: from.path,
      to: to.path,
      sections,
      count,
    })),
    orphans: orphans.map(({ path }) => path),
    components,
  })}\n`;
}

/** Graphviz. A page's type is its class, for a style sheet, and its tooltip. */
export function formatDot({ pages, edges }: Graph): string {
  const quote = (text: string) => `"${text.replace(/["\\]/g, '\\$&').replace(/\s+/g, ' ')}"`;
  const node = ({ path, title, typeName = 'page' }: Page) =>
    `  ${quote(path)} [label=${quote(title)}, class=${quote(typeName)}, tooltip=${quote(`${typeName} ${path}`)}];`;
  return [
    'digraph wiki {',
    '  rankdir=LR;',
    '  node [shape=box, style=rounded];',
    ...pages.map(node),
    ...edges.map(({ from, to }) => `  ${quote(from.path)} -> ${quote(to.path)};`),
    '}',
    '',
  ].join('\n');
}

/** Mermaid, as GitHub and VS Code show it. Names are numbers, since it reads few characters in them. */
export function formatMermaid({ pages, edges }: Graph): string {
  const names = new Map(pages.map((page, index) => [page, `n${index}`]));
  // Entities are the only escape that Mermaid has; `#` begins one.
  const label = (text: string) =>
    text.replace(/[^\p{L}\p{N} .,:;()/'–—-]/gu, character => `#${character.codePointAt(0)};`);
  const types = [...new Set(pages.flatMap(({ typeName }) => typeName ?? []))];
  const className = (type: string) => `t${types.indexOf(type)}`;
  return [
    'flowchart LR',
    ...pages.map(page => {
      const { title, typeName } = page;
      const style = typeName === undefined ? '' : `:::${className(typeName)}`;
      return `  ${names.get(page)}["${label(title)}"]${style}`;
    }),
    ...edges.map(({ from, to }) => `  ${names.get(from)} --> ${names.get(to)}`),
    ...types.map((type, index) => `  classDef ${className(type)} ${STYLES[index % STYLES.length]}`),
    '',
  ].join('\n');
}

/** Borders by type, told apart in light and dark and without colours. */
const STYLES = [
  'stroke:#0072b2,stroke-width:2px',
  'stroke:#d55e00,stroke-width:2px,stroke-dasharray:6 3',
  'stroke:#009e73,stroke-width:3px',
  'stroke:#cc79a7,stroke-width:2px,stroke-dasharray:2 2',
  'stroke:#e69f00,stroke-width:1px',
  'stroke:#56b4e9,stroke-width:1px,stroke-dasharray:8 2',
] as const;
