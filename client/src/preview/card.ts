import type { PreviewData } from '../../../server/src/lsp/protocol.ts';
import { escapeHtml, pageLinkHtml } from './html.ts';
import type { PreviewText } from './text.ts';

export interface CardPlace {
  /** Where the page has no heading that says its title, the card does. */
  readonly title: 'show' | 'leave-out';
  /** First line of the front matter, by which VS Code keeps editor and preview in step. */
  readonly line: number;
}

/** The page card that stands in place of the front matter; empty when there is nothing to say. */
export function cardHtml(card: PreviewData['card'], text: PreviewText, place: CardPlace): string {
  const rows = [
    place.title === 'show' && card.title && `<p class="research-wiki-title">${escapeHtml(card.title)}</p>`,
    card.type && `<span class="research-wiki-type">${escapeHtml(card.type)}</span>`,
    card.status && `<span class="research-wiki-status">${escapeHtml(card.status)}</span>`,
    card.date && `<span>${termHtml(text.date)} ${escapeHtml(card.date)}</span>`,
    card.lenses.length > 0 &&
      `<div class="research-wiki-lenses">${termHtml(text.lenses)} ${listHtml(card.lenses)}</div>`,
  ].filter(row => typeof row === 'string' && row !== '');
  if (rows.length === 0) return '';
  const attributes = `class="research-wiki-card code-line" data-line="${place.line}" dir="auto"`;
  return `<section ${attributes} aria-label="${escapeHtml(text.label)}">\n${rows.join('\n')}\n</section>\n`;
}

function termHtml(term: string): string {
  return `<span class="research-wiki-term">${escapeHtml(term)}</span>`;
}

function listHtml(lenses: PreviewData['card']['lenses']): string {
  const items = lenses.map(({ text, href }) =>
    href === undefined ? escapeHtml(text) : pageLinkHtml(text, href),
  );
  return `<ul>${items.map(item => `<li>${item}</li>`).join('')}</ul>`;
}
