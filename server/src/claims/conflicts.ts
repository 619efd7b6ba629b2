import type { Prose } from '../markdown/prose.ts';
import type { ClaimDiagnostic } from './claim.ts';
import type { Quantity } from './quantity.ts';
import { type Reading, readingOf } from './reading.ts';
import { spanOf } from './report.ts';
import { isCommon } from './words.ts';

/** A sentence that could be said twice on a page: its words without numbers, and its numbers. */
interface Statement {
  readonly reading: Reading;
  readonly words: ReadonlySet<string>;
  readonly numbers: readonly Quantity[];
}

const FEWEST_WORDS = 6;

/**
 * Sentences of one page that say the same in the same words and differ in one number of several. Reported at the later
 * one. Anything looser would take two results for one.
 */
export function conflictsIn(prose: Prose): ClaimDiagnostic[] {
  const statements = prose.blocks
    .filter(block => block.kind !== 'heading' && block.kind !== 'block-quote' && /\d/.test(block.text))
    .flatMap(block => statementsOf(readingOf(block)));
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
    if (numbers.length === 0) return [];
    const words = reading.words
      .slice(sentence.from, sentence.to)
      .filter(word => !word.numeric && !isCommon(word.norm));
    const set = new Set(words.map(word => word.norm));
    return set.size < FEWEST_WORDS ? [] : [{ reading, words: set, numbers }];
  });
}

function conflictOf(earlier: Statement, later: Statement): ClaimDiagnostic | undefined {
  // What only one of the two says may be the other condition that makes both true.
  if (later.words.size !== earlier.words.size || [...later.words].some(word => !earlier.words.has(word)))
    return undefined;
  const differing = later.numbers.flatMap((number, index) =>
    differs(number, earlier.numbers[index]!) ? [index] : [],
  );
  if (differing.length !== 1 || later.numbers.length < 2) return undefined;
  const [index] = differing as [number];
  const number = later.numbers[index]!;
  const other = earlier.numbers[index]!;
  if (number.unit !== other.unit || number.approximate || other.approximate) return undefined;
  return {
    rule: 'claims/conflicting',
    span: spanOf(later.reading.block, number),
    message: `this page says ${other.text} in another place, here ${number.text}`,
    cells: [],
  };
}

function differs(a: Quantity, b: Quantity): boolean {
  const step = Math.max(a.step, b.step);
  return Math.abs(a.size - b.size) > step * 0.999 + a.size * 1e-9;
}
