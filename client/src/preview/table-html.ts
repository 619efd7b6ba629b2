import type { PreviewCell, PreviewTable } from '../../../server/src/lsp/protocol.ts';
import { attributesHtml, escapeHtml, pageLinkHtml } from './html.ts';
import type { PreviewText } from './text.ts';

/**
 * A data table in the place of `![caption](data/x.csv)`. Rows are sorted by the preview's script, which finds there what
 * to sort by; it can be scrolled by keyboard where it is too wide.
 */
export function tableHtml(table: PreviewTable, caption: string, text: PreviewText): string {
  const name = caption === '' ? table.name : caption;
  const heads = table.columns.map(
    column =>
      `<th scope="col"><button type="button" class="research-wiki-sort">${escapeHtml(column)}</button></th>`,
  );
  const rows = table.rows.map(
    (cells, order) =>
      `<tr data-order="${order}">${cells.map((cell, at) => cellHtml(cell, at, text)).join('')}</tr>`,
  );
  return `<figure class="research-wiki-table">
<div class="research-wiki-scroll" tabindex="0" role="region"${attributesHtml({ 'aria-label': name })}>
<table data-table="${escapeHtml(table.destination)}">
<thead><tr>${heads.join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</div>
${captionHtml(table, caption, text)}
</figure>`;
}

function cellHtml({ text: content, value, quoted }: PreviewCell, column: number, text: PreviewText): string {
  const attributes = attributesHtml({
    class: quoted && (quoted === 'contradicted' ? 'research-wiki-misquoted' : 'research-wiki-quoted'),
    'data-value': value === undefined ? undefined : String(value),
  });
  const unseen = quoted && (quoted === 'contradicted' ? text.quotedOtherwise : text.quoted);
  const words = unseen ? `<span class="research-wiki-unseen"> (${escapeHtml(unseen)})</span>` : '';
  return column === 0
    ? `<th scope="row"${attributes}>${escapeHtml(content)}${words}</th>`
    : `<td${attributes}>${escapeHtml(content)}${words}</td>`;
}

function captionHtml(table: PreviewTable, caption: string, text: PreviewText): string {
  const shown = [
    table.rows.length < table.allRows && text.rowsShown(table.rows.length, table.allRows),
    table.columns.length < table.allColumns && text.columnsShown(table.columns.length, table.allColumns),
  ].filter(part => part !== false);
  const origin = [pageLinkHtml(table.name, table.destination), ...shown.map(escapeHtml)].join(', ');
  const title = caption === '' ? '' : `${escapeHtml(caption)} `;
  return `<figcaption>${title}<span class="research-wiki-term">(${origin})</span></figcaption>`;
}
