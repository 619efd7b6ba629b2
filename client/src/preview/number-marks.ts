import type { Token } from 'markdown-it';
import type { PreviewNumber } from '../../../server/src/lsp/protocol.ts';
import type { NumberMarks } from '../settings.ts';
import { escapeHtml } from './card.ts';
import { numbersOnLine, type PreviewPage } from './preview-page.ts';
import { sourcePieces } from './source-places.ts';

/** Words that only screen readers say. */
export interface MarkText {
  readonly contradicted: string;
}

interface Found {
  readonly number: PreviewNumber;
  /** Offset in the token's content. */
  readonly start: number;
}

/** The HTML of a text token with its numbers marked, or undefined when none of them stands in it. */
export function markedHtml(
  token: Token,
  page: PreviewPage,
  marks: NumberMarks,
  text: MarkText,
  place: 'in-link' | 'in-text',
): string | undefined {
  const found = numbersIn(token, page);
  if (found.length === 0) return undefined;
  let html = '';
  let end = 0;
  for (const { number, start } of found) {
    html +=
      escapeHtml(token.content.slice(end, start)) +
      (shows(marks, number) ? markHtml(number, text, place) : escapeHtml(number.text));
    end = start + number.length;
    page.found.add(number);
  }
  return html + escapeHtml(token.content.slice(end));
}

/** Only where the text is the very number that the server speaks of; anything else is left unmarked. */
function numbersIn(token: Token, page: PreviewPage): Found[] {
  const found: Found[] = [];
  for (const piece of sourcePieces(token)) {
    for (const number of numbersOnLine(page.data, piece.line)) {
      if (page.found.has(number)) continue;
      const start = piece.offset + number.character - piece.character;
      const last = found.at(-1);
      const inside = start >= piece.offset && start + number.length <= piece.offset + piece.length;
      const free = !last || start >= last.start + last.number.length;
      if (inside && free && token.content.startsWith(number.text, start)) found.push({ number, start });
    }
  }
  return found;
}

function shows(marks: NumberMarks, { verdict }: PreviewNumber): boolean {
  return marks === 'all' || (marks === 'contradicted' && verdict === 'contradicted');
}

/**
 * A contradicted number can be reached by keyboard (a link is already), says so without its colour, and shows its
 * message on hover and focus by the style sheet alone.
 */
function markHtml(number: PreviewNumber, text: MarkText, place: 'in-link' | 'in-text'): string {
  const message = escapeHtml(number.message);
  const digits = escapeHtml(number.text);
  if (number.verdict === 'supported') {
    const kind = number.bound ? 'bound' : 'supported';
    return `<span class="research-wiki-number research-wiki-${kind}" title="${message}">${digits}</span>`;
  }
  const focus = place === 'in-link' ? '' : ' tabindex="0"';
  return (
    `<span class="research-wiki-number research-wiki-contradicted"${focus} data-message="${message}">${digits}` +
    `<span class="research-wiki-unseen"> (${escapeHtml(text.contradicted)}: ${message})</span></span>`
  );
}
