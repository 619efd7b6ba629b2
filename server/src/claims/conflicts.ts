import type { Span } from '../text/span.ts';
import type { ClaimDiagnostic } from './claim.ts';
import type { Quantity } from './quantity.ts';
import type { Reading } from './reading.ts';
import { spanOf } from './report.ts';
import { isCommon, wordsOf } from './words.ts';

/** A sentence that could be said twice on a page: its words without numbers, and its numbers with their places in the page. */
export interface Statement {
  readonly text: string;
  readonly numbers: readonly StatedNumber[];
  /** Its telling words, once somebody asked. */
  words?: ReadonlySet<string>;
}

type StatedNumber = Pick<Quantity, 'text' | 'size' | 'step' | 'unit' | 'approximate'> & {
  readonly span: Span;
};

const FEWEST_WORDS = 6;

/**
 * Sentences of one page that say the same in the same words and differ in one number of several. Reported at the later
 * one. Anything looser would take two results for one.
 */
export function conflictsIn(statements: readonly Statement[]): ClaimDiagnostic[] {
  const byNumbers = new Map<number, Statement[]>();
  const found: ClaimDiagnostic[] = [];
  for (const statement of statements) {
    const alike = byNumbers.get(statement.numbers.length) ?? [];
    for (const earlier of alike) {
      const conflict = conflictOf(earlier, statement);
      if (!conflict) continue;
      found.push(conflict);
      break;
    }
    alike.push(statement);
    byNumbers.set(statement.numbers.length, alike);
  }
  return found;
}

/** What a block itself says with two numbers or more in a sentence. */
export function statementsOf({ block, sentences }: Reading): Statement[] {
  if (block.kind === 'heading' || block.kind === 'block-quote') return [];
  return sentences.flatMap(({ start, end, quantities }): Statement[] => {
    const numbers = quantities.filter(({ noClaim }) => noClaim === undefined);
    if (numbers.length < 2) return [];
    return [
      {
        text: block.text.slice(start, end),
        numbers: numbers.map(number => ({ ...number, span: spanOf(block, number) })),
      },
    ];
  });
}

function wordsIn(statement: Statement): ReadonlySet<string> {
  statement.words ??= new Set(
    wordsOf(statement.text).flatMap(word => (word.numeric || isCommon(word.norm) ? [] : [word.norm])),
  );
  return statement.words;
}

function conflictOf(earlier: Statement, later: Statement): ClaimDiagnostic | undefined {
  const index = onlyDifference(later.numbers, earlier.numbers);
  if (index === undefined) return undefined;
  // What only one of the two says may be the other condition that makes both true.
  const [words, others] = [wordsIn(later), wordsIn(earlier)];
  if (words.size < FEWEST_WORDS || words.size !== others.size || [...words].some(word => !others.has(word)))
    return undefined;
  const number = later.numbers[index]!;
  const other = earlier.numbers[index]!;
  if (number.unit !== other.unit || number.approximate || other.approximate) return undefined;
  return {
    rule: 'claims/conflicting',
    span: number.span,
    message: `this page says ${other.text} in another place, here ${number.text}`,
    cells: [],
    other: other.span,
  };
}

/** The only place where two lists of numbers differ. */
function onlyDifference(a: readonly StatedNumber[], b: readonly StatedNumber[]): number | undefined {
  let found: number | undefined;
  for (let index = 0; index < a.length; index++) {
    if (!differs(a[index]!, b[index]!)) continue;
    if (found !== undefined) return undefined;
    found = index;
  }
  return found;
}

function differs(a: StatedNumber, b: StatedNumber): boolean {
  const step = Math.max(a.step, b.step);
  return Math.abs(a.size - b.size) > step * 0.999 + a.size * 1e-9;
}
