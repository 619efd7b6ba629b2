import type { ClaimDiagnostic } from './claim.ts';
import type { Quantity } from './quantity.ts';
import type { Reading, Sentence } from './reading.ts';
import { spanOf } from './report.ts';
import { isCommon } from './words.ts';

/** A sentence that could be said twice on a page: its words without numbers, and its numbers. */
interface Statement {
  readonly reading: Reading;
  readonly sentence: Sentence;
  readonly numbers: readonly Quantity[];
  /** Its telling words, once somebody asked. */
  words?: ReadonlySet<string>;
}

const FEWEST_WORDS = 6;

/**
 * Sentences of one page that say the same in the same words and differ in one number of several. Reported at the later
 * one. Anything looser would take two results for one.
 */
export function conflictsIn(readings: readonly Reading[]): ClaimDiagnostic[] {
  const statements = readings.flatMap(statementsOf);
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

function statementsOf(reading: Reading): Statement[] {
  return reading.sentences.flatMap((sentence): Statement[] => {
    const numbers = sentence.quantities.filter(({ noClaim }) => noClaim === undefined);
    return numbers.length < 2 ? [] : [{ reading, sentence, numbers }];
  });
}

function wordsIn(statement: Statement): ReadonlySet<string> {
  const { reading, sentence } = statement;
  statement.words ??= new Set(
    reading.words
      .slice(sentence.from, sentence.to)
      .flatMap(word => (word.numeric || isCommon(word.norm) ? [] : [word.norm])),
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
    span: spanOf(later.reading.block, number),
    message: `this page says ${other.text} in another place, here ${number.text}`,
    cells: [],
    other: spanOf(earlier.reading.block, other),
  };
}

/** The only place where two lists of numbers differ. */
function onlyDifference(a: readonly Quantity[], b: readonly Quantity[]): number | undefined {
  let found: number | undefined;
  for (let index = 0; index < a.length; index++) {
    if (!differs(a[index]!, b[index]!)) continue;
    if (found !== undefined) return undefined;
    found = index;
  }
  return found;
}

function differs(a: Quantity, b: Quantity): boolean {
  const step = Math.max(a.step, b.step);
  return Math.abs(a.size - b.size) > step * 0.999 + a.size * 1e-9;
}
