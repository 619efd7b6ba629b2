import type { PreviewBacklink, PreviewData } from '../../../server/src/lsp/protocol.ts';
import { escapeHtml, pageLinkHtml } from './html.ts';
import type { PreviewText } from './text.ts';

/** Who links to the page, with what they say there; empty where nobody does. */
export function backlinksHtml({ pages, more }: PreviewData['backlinks'], text: PreviewText): string {
  if (pages.length === 0) return '';
  const title = escapeHtml(text.linkedFrom(pages.length + more));
  const rest = more === 0 ? '' : `<p class="research-wiki-term">${escapeHtml(text.andMore(more))}</p>\n`;
  return `<section class="research-wiki-backlinks" aria-labelledby="research-wiki-backlinks">
<h2 id="research-wiki-backlinks">${title}</h2>
<ul>
${pages.map(backlinkHtml).join('\n')}
</ul>
${rest}</section>
`;
}

function backlinkHtml({ title, type, href, sections, sentences }: PreviewBacklink): string {
  const about = [type, ...sections].filter(part => part !== undefined).join(' · ');
  const place = about === '' ? '' : ` <span class="research-wiki-term">${escapeHtml(about)}</span>`;
  const quotes = sentences.map(sentence => `<p dir="auto">${escapeHtml(sentence)}</p>`).join('');
  return `<li>${pageLinkHtml(title, href)}${place}${quotes}</li>`;
}
