import type { PreviewNumber } from '../../../server/src/lsp/protocol.ts';
import { attributesHtml, escapeHtml } from './html.ts';
import { noteHtml } from './note-html.ts';
import type { PreviewText } from './text.ts';

/**
 * A number with its verdict. It can be reached by keyboard (in a link, by the link), says what contradicts it without
 * its colour, and shows its message and the table's rows on hover and focus by the style sheet alone.
 */
export function numberHtml(
  number: PreviewNumber,
  id: string,
  text: PreviewText,
  place: 'in-link' | 'in-text',
): string {
  const kind = number.verdict === 'contradicted' ? 'contradicted' : number.bound ? 'bound' : 'supported';
  const attributes = attributesHtml({
    class: `research-wiki-number research-wiki-${kind}`,
    ...(place === 'in-text' ? { tabindex: '0', role: 'mark', 'aria-describedby': id } : {}),
  });
  const note = noteHtml(id, number.message, excerptHtml(number.excerpt));
  return `<span${attributes}>${escapeHtml(number.text)}${contradictionHtml(number, text)}${note}</span>`;
}

/** The table's value beside the number, so that the contradiction is explained where it stands. */
function contradictionHtml({ verdict, expected }: PreviewNumber, text: PreviewText): string {
  if (verdict !== 'contradicted') return '';
  const sign = `<span class="research-wiki-expected"> ≠${expected === undefined ? '' : ` ${escapeHtml(expected)}`}</span>`;
  return `${sign}<span class="research-wiki-unseen"> (${escapeHtml(text.contradicted)})</span>`;
}

/**
 * Elements that a paragraph may hold, which it can't do with a table; the style sheet lays them out as one. Short, since a page
 * may have hundreds: a span a row, `b` for the cell that is meant. The message says the same in words.
 */
function excerptHtml(excerpt: PreviewNumber['excerpt']): string {
  if (!excerpt) return '';
  const heads = excerpt.columns.map(column => `<i>${escapeHtml(column)}</i>`);
  const rows = excerpt.rows.map(cells =>
    cells.map(({ text, meant }) => (meant ? `<b>${escapeHtml(text)}</b>` : `<i>${escapeHtml(text)}</i>`)),
  );
  return `<span class="research-wiki-excerpt">${[heads, ...rows].map(row => `<span>${row.join('')}</span>`).join('')}</span>`;
}
