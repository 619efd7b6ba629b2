import MarkdownIt, { type MarkdownIt as Markdown } from 'markdown-it';
import type { PreviewPage } from '../../../client/src/preview/preview-page.ts';
import type { PreviewText } from '../../../client/src/preview/text.ts';
import { wikiMarkdownIt } from '../../../client/src/preview/wiki-markdown-it.ts';
import type { NumberMarks } from '../../../client/src/settings.ts';
import type { PreviewData, PreviewNumber } from '../../../server/src/lsp/protocol.ts';

export interface Rendering {
  readonly marks?: NumberMarks;
  readonly frontMatterStyle?: string;
  /** No data are known of the page. */
  readonly unknown?: true;
  /** Blocks have their lines, as in VS Code. */
  readonly sourceMap?: true;
  /** Images get another address when they are rendered, as in VS Code. */
  readonly imageAddresses?: true;
  readonly card?: Partial<PreviewData['card']>;
  /** Marks that a line below the text can't draw, broken links, tables, backlinks. */
  readonly data?: Partial<Omit<PreviewData, 'card'>>;
}

export interface Rendered {
  /** The same tokens rendered again with other data, as VS Code does. */
  readonly again: (data: PreviewData) => string;
  readonly html: string;
  readonly page: PreviewPage;
}

/**
 * Renders Markdown as VS Code's preview does. A line of `^`, `≠` or `~` under a line marks a number in it as bound,
 * contradicted or supported; the text behind it is the message. The marks are taken out before rendering.
 */
export function render(marked: string, rendering: Rendering = {}): Rendered {
  const { text, marks } = readMarks(marked);
  const data = { marks, ...rendering.data, card: { title: 'T', lenses: [], ...rendering.card } };
  return renderWith(text, previewData(data), rendering);
}

/** What the server says of a page about which there is nothing to say, and what is said all the same. */
export const previewData = (data: Partial<PreviewData>): PreviewData => ({
  card: { title: 'T', lenses: [] },
  marks: [],
  brokenLinks: [],
  tables: [],
  backlinks: { pages: [], more: 0 },
  ...data,
});

const TEXT: PreviewText = {
  label: 'About this page',
  date: 'Date',
  lenses: 'Lenses',
  contradicted: 'contradicted',
  brokenLink: 'broken link',
  quoted: 'quoted',
  quotedOtherwise: 'quoted otherwise',
  linkedFrom: pages => `${pages} link here`,
  andMore: pages => `and ${pages} more`,
  rowsShown: (shown, all) => `${shown} of ${all} rows`,
  columnsShown: (shown, all) => `${shown} of ${all} columns`,
};

export function renderWith(text: string, data: PreviewData, rendering: Rendering = {}): Rendered {
  let page: PreviewPage = { data, found: new Set() };
  const md = new MarkdownIt({ html: true, linkify: true });
  md.use(
    wikiMarkdownIt<string>({
      pageFor: () => (rendering.unknown ? undefined : page),
      marks: () => rendering.marks ?? 'all',
      frontMatterStyle: () => rendering.frontMatterStyle ?? 'table',
      text: TEXT,
    }),
  );
  md.use(frontMatterAsVsCode);
  if (rendering.sourceMap) md.use(linesAsVsCode);
  if (rendering.imageAddresses) md.use(imagesAsVsCode);
  const tokens = md.parse(text, {});
  const html = () => md.renderer.render(tokens, md.options, { currentDocument: 'file:///p.md' });
  return {
    html: html(),
    page,
    again: other => {
      page = { data: other, found: new Set() };
      return html();
    },
  };
}

export function readMarks(marked: string): { text: string; marks: PreviewNumber[] } {
  const lines: string[] = [];
  const marks: PreviewNumber[] = [];
  for (const line of marked.replace(/^\n/, '').split('\n')) {
    const mark = /^( *)(\^+|≠+|~+) (.*)$/.exec(line);
    if (!mark) {
      lines.push(line);
      continue;
    }
    const character = mark[1]!.length;
    const length = mark[2]!.length;
    marks.push({
      kind: 'number',
      line: lines.length - 1,
      character,
      length,
      text: lines.at(-1)!.slice(character, character + length),
      verdict: mark[2]!.startsWith('≠') ? 'contradicted' : 'supported',
      bound: mark[2]!.startsWith('^'),
      message: mark[3]!,
    });
  }
  return { text: lines.join('\n'), marks };
}

/** VS Code adds its own block rule and renderer for front matter after all plugins. */
function frontMatterAsVsCode(md: Markdown): void {
  md.block.ruler.before('fence', 'front_matter', (state, start, end) => {
    const lineAt = (line: number) => state.src.slice(state.bMarks[line], state.eMarks[line]);
    if (start !== 0 || lineAt(0) !== '---') return false;
    let last = 1;
    while (last < end && lineAt(last) !== '---') last++;
    const token = state.push('front_matter', '', 0);
    token.map = [0, last + 1];
    token.meta = { content: state.src.slice(state.bMarks[1], state.bMarks[last]) };
    state.line = last + 1;
    return true;
  });
  md.renderer.rules.front_matter = () => '<table>raw front matter</table>\n';
}

/** VS Code writes the line of each block into its HTML, by which it scrolls editor and preview together. */
function linesAsVsCode(md: Markdown): void {
  md.core.ruler.push('source_map_data_attribute', state => {
    for (const token of state.tokens) {
      if (!token.map || token.type === 'inline') continue;
      token.attrJoin('class', 'code-line');
      token.attrSet('data-line', String(token.map[0]));
    }
  });
}

/** VS Code changes the token of an image when it renders it for the first time. */
function imagesAsVsCode(md: Markdown): void {
  const ours = md.renderer.rules.image!;
  md.renderer.rules.image = (tokens, index, options, env, renderer) => {
    const token = tokens[index]!;
    const source = token.attrGet('src')!;
    if (!token.attrGet('data-src')) {
      token.attrSet('src', `https://vscode-resource/${source}`);
      token.attrSet('data-src', source);
    }
    return ours(tokens, index, options, env, renderer);
  };
}
