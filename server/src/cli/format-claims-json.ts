import { relative } from 'node:path';
import type { CellRef } from '../claims/claim.ts';
import type { ReportedNumber } from '../features/number-report.ts';
import { VERSION } from '../host/version.ts';
import type { WikiHost } from '../host/wiki-host.ts';
import { anchorOfCell } from '../tables/cell-anchor.ts';
import { cellText, columnLabel, rowLabel } from '../tables/labels.ts';
import type { ClaimsResult } from './claims-result.ts';
import { jsonRange } from './json-range.ts';

/** Every number as one JSON object; see docs/cli.md for its fields. Positions are zero-based, in UTF-16 units. */
export function formatClaimsJson({ host, pages, counts, files }: ClaimsResult): string {
  return `${JSON.stringify({
    version: 1,
    engine: VERSION,
    root: relative('.', host.root) || '.',
    config: host.schemaFile?.path ?? null,
    pages,
    numbers: counts,
    files: files.map(file => ({
      file: file.page.path,
      numbers: file.counts,
      claims: file.numbers.map(number => formatNumber(host, file.page.path, number)),
    })),
  })}\n`;
}

function formatNumber(host: WikiHost, path: string, { claim, diagnostic, ignored }: ReportedNumber): object {
  const { span, text, verdict, bound, explanation, cells, candidates } = claim;
  return {
    range: jsonRange(host, path, span),
    text,
    verdict,
    bound,
    reason: explanation,
    cells: cells.map(cell => formatCell(host, cell)),
    ...(candidates.length > 0 ? { candidates: candidates.map(cell => formatCell(host, cell)) } : {}),
    ...(diagnostic ? { rule: diagnostic.rule } : {}),
    ...(diagnostic?.expected ? { expected: diagnostic.expected } : {}),
    ...(ignored === undefined ? {} : { ignored }),
  };
}

/** `anchor` is what binds a number to the cell; absent where a row has a twin. */
function formatCell(host: WikiHost, { path, table, row, column }: CellRef): object {
  const anchor = anchorOfCell(table, row, column);
  return {
    file: path,
    row: rowLabel(table, row),
    column: columnLabel(table, column),
    text: cellText(table, row, column),
    ...(anchor === undefined ? {} : { anchor }),
    range: jsonRange(host, path, table.rows[row]![column]!.span),
  };
}
