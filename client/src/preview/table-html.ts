import type { PreviewCell, PreviewTable } from '../../../server/src/lsp/protocol.ts';
import { attributesHtml, escapeHtml, pageLinkHtml } from './html.ts';
import type { PreviewText } from './text.ts';

/**
 * A data table in the place of `![caption](data/x.csv)`, where `source` is the address of the image. Rows are sorted by the
 * preview's script, which finds there what to sort by; a table that is too wide can be scrolled by keyboard.
 */
export function tableHtml(table: PreviewTable, source: string, caption: string, text: PreviewText): string {
  const name = caption === '' ? table.name : caption;
  const numeric = table.columns.map((_, column) => isNumeric(table.rows.map(cells => cells[column]!)));
  const heads = table.columns.map(
    (column, at) =>
      `<th scope="col"${classHtml(numeric[at] && NUMERIC)}><button type="button" class="research-wiki-sort">${escapeHtml(column)}</button></th>`,
  );
  const rows = table.rows.map((cells, order) => {
    const row = cells.map((cell, at) => cellHtml(cell, at, numeric[at] === true, text));
    return `<tr data-order="${order}">${row.join('')}</tr>`;
  });
  return `<figure class="research-wiki-table">
<div class="research-wiki-scroll" tabindex="0" role="region"${attributesHtml({ 'aria-label': name })}>
<table data-table="${escapeHtml(source)}">
<thead><tr>${heads.join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</div>
${captionHtml(table, source, caption, text)}
</figure>`;
}

const NUMERIC = 'research-wiki-numeric';

/** Whether a column is set flush at its end, as numbers are. */
function isNumeric(cells: readonly PreviewCell[]): boolean {
  const numbers = cells.filter(({ value }) => value !== undefined).length;
  return numbers > cells.filter(({ text }) => text !== '').length / 2;
}

function classHtml(...names: readonly (string | false | undefined)[]): string {
  const given = names.filter(name => name);
  return given.length === 0 ? '' : ` class="${given.join(' ')}"`;
}

function cellHtml(
  { text: content, value, quoted }: PreviewCell,
  column: number,
  numeric: boolean,
  text: PreviewText,
): string {
  const mark = quoted && (quoted === 'contradicted' ? 'research-wiki-misquoted' : 'research-wiki-quoted');
  const words = quoted && (quoted === 'contradicted' ? text.quotedOtherwise : text.quoted);
  const unseen = words ? `<span class="research-wiki-unseen"> (${escapeHtml(words)})</span>` : '';
  // No `th`, which VS Code draws as the head of a table.
  const role = column === 0 ? ' role="rowheader"' : '';
  const order = attributesHtml({ 'data-value': value === undefined ? undefined : String(value) });
  return `<td${role}${classHtml(numeric && NUMERIC, mark)}${order}>${escapeHtml(content)}${unseen}</td>`;
}

function captionHtml(table: PreviewTable, source: string, caption: string, text: PreviewText): string {
  const shown = [
    table.rows.length < table.allRows && text.rowsShown(table.rows.length, table.allRows),
    table.columns.length < table.allColumns && text.columnsShown(table.columns.length, table.allColumns),
  ].filter(part => part !== false);
  const origin = [pageLinkHtml(table.name, source), ...shown.map(escapeHtml)].join(', ');
  const title = caption === '' ? '' : `${escapeHtml(caption)} `;
  return `<figcaption>${title}<span class="research-wiki-term">(${origin})</span></figcaption>`;
}
