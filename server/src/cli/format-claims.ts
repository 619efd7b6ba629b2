import { relative } from 'node:path';
import { type ReportedNumber, reasonOf } from '../features/number-report.ts';
import { count } from '../rules/words.ts';
import { positionAt } from '../text/line-starts.ts';
import type { ClaimsResult } from './claims-result.ts';
import { colors } from './colors.ts';
import { numbersLine } from './numbers-line.ts';

const VERDICTS = {
  supported: colors.green('agrees'),
  contradicted: colors.red('contradicted'),
  unverified: colors.gray('not checked'),
} as const;

/** A line a page with its counts, then a line a number: `path:line:column verdict number reason`. */
export function formatClaims({ host, files }: ClaimsResult): string {
  return files
    .flatMap(({ page, numbers, counts }) => {
      const shown = relative('.', `${host.root}/${page.path}`);
      return [
        `${colors.bold(shown)}: ${numbersLine(counts)}\n`,
        ...numbers.map(number => {
          const { line, character } = positionAt(page.facts.lineStarts, number.claim.span.start);
          return `${shown}:${line + 1}:${character + 1} ${formatNumber(number)}\n`;
        }),
      ];
    })
    .join('');
}

function formatNumber({ claim, ignored }: ReportedNumber): string {
  const silenced =
    ignored === undefined ? '' : colors.dim(` (ignored${ignored === '' ? '' : `: ${ignored}`})`);
  return `${VERDICTS[claim.verdict]} ${claim.text} ${reasonOf(claim)}${silenced}`;
}

export const formatClaimsSummary = ({ pages, counts }: ClaimsResult): string =>
  `${count(pages, 'page')}, ${numbersLine(counts)}\n`;
