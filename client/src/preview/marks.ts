import type { Token } from 'markdown-it';
import type { PreviewMark } from '../../../server/src/lsp/protocol.ts';
import type { NumberMarks } from '../settings.ts';
import { escapeHtml, pageLinkHtml } from './html.ts';
import { noteHtml } from './note-html.ts';
import { numberHtml } from './number-html.ts';
import { markId, marksOnLine, type PreviewPage } from './preview-page.ts';
import { sourcePieces } from './source-places.ts';
import type { PreviewText } from './text.ts';

interface Found {
  readonly mark: PreviewMark;
  /** Offset in the token's content. */
  readonly start: number;
}

/** How marks are shown. */
export interface MarkStyle {
  readonly numbers: NumberMarks;
  readonly text: PreviewText;
}

/** The HTML of a text token with its marks, or undefined when none of them stands in it. */
export function markedHtml(
  token: Token,
  page: PreviewPage,
  style: MarkStyle,
  place: 'in-link' | 'in-text',
): string | undefined {
  const found = marksIn(token, page);
  if (found.length === 0) return undefined;
  let html = '';
  let end = 0;
  for (const { mark, start } of found) {
    const marked = shows(style.numbers, mark)
      ? markHtml(mark, page, style.text, place)
      : escapeHtml(mark.text);
    html += escapeHtml(token.content.slice(end, start)) + marked;
    end = start + mark.length;
    page.found.add(mark);
  }
  return html + escapeHtml(token.content.slice(end));
}

/** Ids of the messages of the numbers in a link, for its start tag. */
export function messagesIn(
  tokens: readonly Token[],
  page: PreviewPage,
  numbers: NumberMarks,
): readonly string[] {
  return tokens
    .filter(({ type }) => type === 'text')
    .flatMap(token => marksIn(token, page))
    .filter(({ mark }) => mark.kind === 'number' && shows(numbers, mark))
    .map(({ mark }) => markId(page.data, mark));
}

/** Only where the text is the very one that the server speaks of; anything else is left unmarked. */
function marksIn(token: Token, page: PreviewPage): Found[] {
  const found: Found[] = [];
  for (const piece of sourcePieces(token)) {
    for (const mark of marksOnLine(page.data, piece.line)) {
      if (page.found.has(mark)) continue;
      const start = piece.offset + mark.character - piece.character;
      const last = found.at(-1);
      const inside = start >= piece.offset && start + mark.length <= piece.offset + piece.length;
      const free = !last || start >= last.start + last.mark.length;
      if (inside && free && token.content.startsWith(mark.text, start)) found.push({ mark, start });
    }
  }
  return found;
}

function shows(numbers: NumberMarks, mark: PreviewMark): boolean {
  if (mark.kind !== 'number') return true;
  return numbers === 'all' || (numbers === 'contradicted' && mark.verdict === 'contradicted');
}

function markHtml(
  mark: PreviewMark,
  page: PreviewPage,
  text: PreviewText,
  place: 'in-link' | 'in-text',
): string {
  const id = markId(page.data, mark);
  switch (mark.kind) {
    case 'number':
      return numberHtml(mark, id, text, place);
    case 'page-path':
      return place === 'in-link' ? escapeHtml(mark.text) : pageLinkHtml(mark.text, mark.href, mark.title);
    case 'undefined-reference':
      return (
        `<span class="research-wiki-broken" tabindex="0" role="mark" aria-describedby="${id}">${escapeHtml(mark.text)}` +
        `<span class="research-wiki-unseen"> (${escapeHtml(text.brokenLink)})</span>` +
        `${noteHtml(id, mark.message)}</span>`
      );
  }
}
