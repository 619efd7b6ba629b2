import type { ProseBlock } from '../markdown/prose.ts';
import { encloses, overlaps, type Span } from '../text/span.ts';
import { isDecimalShift, isDigitSwap, overlap, readings } from './compare.ts';
import type { Quantity } from './quantity.ts';
import { readingOf, type Sentence } from './reading.ts';
import { contentWords, type RestatedPage, type StatedNumber, type Statement } from './restated-page.ts';
import { isPale, type Word, wordsOf } from './words.ts';

/** A sentence with numbers that links to another page or gives its path, and so may say again what that says. */
export interface Restatement {
  readonly block: ProseBlock;
  readonly sentence: Sentence;
  /** Its numbers outside of links. */
  readonly numbers: readonly Quantity[];
  /** Where the block's text names that page. */
  readonly names: readonly Span[];
}

/** A number that a sentence gives otherwise than the page that it names. */
export interface Drift {
  readonly number: Quantity;
  readonly other: StatedNumber;
}

/** Fewer words may meet by chance. */
const FEWEST_SHARED = 3;
/** The share of a restatement's words that the restated sentence has, with and without another number in common. */
const ENOUGH_WITH_NUMBER = 0.5;
const ENOUGH = 0.7;
/** By how much the best sentence must be better than any other. */
const CLEARLY = 0.2;

/**
 * The sentences of a block that name a page, at places of which the page spans are given, and have a number of which `isOpen`
 * says that nothing is known.
 */
export function restatementsIn(
  block: ProseBlock,
  places: readonly Span[],
  isOpen: (number: Quantity) => boolean,
): Restatement[] {
  const named = places.filter(place => encloses(block.span, place)).map(place => inText(block, place));
  if (named.length === 0) return [];
  return readingOf(block).sentences.flatMap(sentence => {
    const names = named.filter(place => overlaps(place, sentence));
    if (names.length === 0) return [];
    const titles = [...block.links, ...names];
    const numbers = sentence.quantities.filter(number => !titles.some(title => overlaps(title, number)));
    return numbers.some(number => canDrift(number) && isOpen(number))
      ? [{ block, sentence, numbers, names }]
      : [];
  });
}

/** What stands at a span of the page, in the block's text. */
function inText({ sources, text }: ProseBlock, { start, end }: Span): Span {
  const at = (offset: number): number => {
    const found = sources.findIndex(source => source >= offset);
    return found < 0 ? text.length : found;
  };
  return { start: at(start), end: at(end) };
}

/**
 * The number of a restatement that has drifted from the page it restates: one sentence there, and only one, says the same in the
 * same words, names and other numbers, with one number of the same unit another. Nothing in any doubt, above all where that
 * page says the number anywhere.
 */
export function driftOf(own: Restatement, page: RestatedPage): Drift | undefined {
  const wanted = wordsToFind(own, page);
  if (wanted.size < FEWEST_SHARED) return undefined;
  const drifts = own.numbers
    .filter(canDrift)
    .flatMap(number => driftOfNumber(own, number, wanted, page) ?? [])
    .filter(({ number }) => !isSaidIn(page, number));
  return drifts.length === 1 ? drifts[0] : undefined;
}

const canDrift = ({ noClaim, role, bound }: Quantity): boolean =>
  noClaim === undefined && role !== 'range' && bound === undefined;

/** What a restatement says beside the name of the page: its words, and which of them are names. */
function wordsToFind({ block, sentence, names }: Restatement, { page }: RestatedPage): Map<string, boolean> {
  const subject = new Set(contentWords(wordsOf(page.title)));
  const found = new Map<string, boolean>();
  for (const word of readingOf(block).words.slice(sentence.from, sentence.to)) {
    const [norm] = contentWords([word]);
    if (norm === undefined || (subject.has(norm) && names.some(name => encloses(name, word)))) continue;
    found.set(norm, found.get(norm) || isName(block.text, word, sentence));
  }
  return found;
}

/** A word with a digit or a capital among its letters, or with a capital that does not begin the sentence. */
const isName = (text: string, { start, end }: Word, sentence: Sentence): boolean => {
  const written = text.slice(start, end);
  return /[^\p{L}]|.\p{Lu}/u.test(written) || (start > sentence.start && /^\p{Lu}/u.test(written));
};

function driftOfNumber(
  own: Restatement,
  number: Quantity,
  wanted: ReadonlyMap<string, boolean>,
  { statements }: RestatedPage,
): Drift | undefined {
  const others = own.numbers.filter(other => other !== number);
  const rated = statements
    .flatMap(statement => {
      const other = counterpart(number, others, statement);
      const share = other ? shareOf(wanted, statement, others.length > 0) : 0;
      return other && share > 0 ? [{ other, share }] : [];
    })
    .sort((a, b) => b.share - a.share);
  const [best] = rated;
  if (!best) return undefined;
  const rival = rated.find(({ other }) => !agrees(other.quantity, best.other.quantity));
  if (rival && best.share - rival.share < CLEARLY) return undefined;
  return { number, other: best.other };
}

/**
 * The number of a statement that stands where the drifted one stands: of its unit and role, near it, and the only one that the
 * restatement does not give too. Every other number of the restatement must be in the statement.
 */
function counterpart(
  number: Quantity,
  others: readonly Quantity[],
  { numbers }: Statement,
): StatedNumber | undefined {
  const isThere = (other: Quantity): boolean => numbers.some(({ quantity }) => agrees(quantity, other));
  if (!others.every(isThere)) return undefined;
  const free = numbers.filter(
    ({ quantity, linked }) =>
      !linked &&
      canDrift(quantity) &&
      quantity.unit === number.unit &&
      quantity.role === number.role &&
      !others.some(same => agrees(same, quantity)),
  );
  const [only] = free;
  if (!only || free.length > 1 || agrees(number, only.quantity)) return undefined;
  return isNear(number, only.quantity) ? only : undefined;
}

/** Which share of the words a statement has; 0 where it is not enough, or a name is not there. */
function shareOf(wanted: ReadonlyMap<string, boolean>, { words }: Statement, withNumber: boolean): number {
  let shared = 0;
  let telling = 0;
  for (const [word, isName] of wanted) {
    if (words.has(word)) {
      shared++;
      if (!isPale(word)) telling++;
    } else if (isName) return 0;
  }
  const share = shared / wanted.size;
  return telling >= FEWEST_SHARED && share >= (withNumber ? ENOUGH_WITH_NUMBER : ENOUGH) ? share : 0;
}

const agrees = (a: Quantity, b: Quantity): boolean => overlap(readings(a), readings(b));

/** A slip of the pen or an older value; what is far off is about something else. */
const isNear = (a: Quantity, b: Quantity): boolean =>
  (a.size <= b.size * 2 && b.size <= a.size * 2) || isDigitSwap(a, b.size) || isDecimalShift(a, b.size);

/** True where the page says a number anywhere, in its tables too, or it follows from two numbers of one sentence. */
function isSaidIn({ statements, inTables }: RestatedPage, number: Quantity): boolean {
  const wanted = readings(number);
  const holds = (size: number): boolean => wanted.low <= size && size <= wanted.high;
  return (
    statements.some(({ numbers }) =>
      numbers.some(
        ({ quantity: a }) =>
          agrees(a, number) || numbers.some(({ quantity: b }) => derivedFrom(a.size, b.size).some(holds)),
      ),
    ) || inTables.some(holds)
  );
}

const derivedFrom = (a: number, b: number): number[] =>
  a === b || a === 0 ? [] : [Math.abs(a - b), b / a, (Math.abs(b - a) / a) * 100];
