import type { Env, RendererRule, Token } from 'markdown-it';
import type { PreviewTable } from '../../../server/src/lsp/protocol.ts';
import { escapeHtml, pageLinkHtml } from './html.ts';
import type { Rendering } from './rendering.ts';
import { tableHtml } from './table-html.ts';
import type { PreviewText } from './text.ts';

type Renderer = Parameters<RendererRule>[4];

/** An image that shows a table, or whose file is gone; undefined for any other, which VS Code shows. */
export function imageHtml(
  tokens: readonly Token[],
  index: number,
  page: Rendering,
  text: PreviewText,
  place: 'in-link' | 'in-text',
  caption: string,
): string | undefined {
  const source = sourceOf(tokens[index]!);
  const table = page.tables.get(source);
  if (table && tokens.length === 1) return tableHtml(table, source, caption, text);
  if (table) {
    const name = caption === '' ? table.name : caption;
    return place === 'in-link' ? escapeHtml(name) : pageLinkHtml(name, source);
  }
  const reason = page.reasons.get(source);
  if (reason === undefined) return undefined;
  const words = caption === '' ? '' : `${escapeHtml(caption)}: `;
  return `<span class="research-wiki-missing">${words}${escapeHtml(reason)}</span>`;
}

/** The table that a paragraph consists of; a paragraph can't hold one, so that it is left out around it. */
export function tableAlone(inline: Token | undefined, page: Rendering): PreviewTable | undefined {
  const [image, ...others] = inline?.type === 'inline' ? (inline.children ?? []) : [];
  return image?.type === 'image' && others.length === 0 ? page.tables.get(sourceOf(image)) : undefined;
}

/** What is written between the brackets, as plain text. */
export const captionOf = (token: Token, renderer: Renderer, options: object, env: Env): string =>
  renderer.renderInlineAsText(token.children ?? [], options as never, env);

/** VS Code writes an address of its own over the destination as soon as it has rendered the image. */
const sourceOf = (token: Token): string => String(token.attrGet('data-src') ?? token.attrGet('src') ?? '');
