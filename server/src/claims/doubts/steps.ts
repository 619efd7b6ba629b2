import { significantDigits, TELLING_DIGITS } from '../compare.ts';
import { directionMismatches } from '../directions.ts';
import { type Fit, fitsOf } from '../fit.ts';
import type { Judgement } from '../judgement.ts';
import { pairsWith, stepsWith } from '../number-pairs.ts';
import type { Quantity } from '../quantity.ts';
import type { CellNumberRef } from '../scoped.ts';
import type { SentenceView } from '../view.ts';

/** One end of a step. */
export const isStep = (view: SentenceView, quantity: Quantity): boolean =>
  stepsWith(view, quantity).length > 0;

const FROM = /(?<!\p{L})from\s(?:about\s|around\s|an?\s|[~≈])?$/iu;
const TO = /^[^.;,]{0,40}\sto\s(?:about\s|around\s|just\s|only\s|an?\s|[~≈])?\d/iu;

/** `improved from 1.72× slower to 1.34× slower`: how it was before. */
export const isFromEnd = ({ reading, sentence }: SentenceView, quantity: Quantity): boolean =>
  FROM.test(reading.block.text.slice(sentence.start, quantity.start)) &&
  TO.test(reading.block.text.slice(quantity.unitEnd, sentence.end));

/** `from 140 to 132`, of which the table has neither: the steps of another time. */
export const isStepFromElsewhere = (
  view: SentenceView,
  quantity: Quantity,
  best: CellNumberRef,
  judged: ReadonlyMap<Quantity, Judgement>,
): boolean =>
  stepsWith(view, quantity).some(({ a, b }) => {
    // Of two that go the other way than their verb one is off.
    const goesOtherWay = directionMismatches(
      view.reading.block.text,
      view.sentence.start,
      view.sentence.quantities,
    ).some(mismatch => mismatch.a === a);
    if (goesOtherWay) return false;
    const partner = a === quantity ? b : a;
    const other = judged.get(partner);
    if (fitsOf(view, partner).some(fit => isBeside(fit, best))) return false;
    if (other?.verdict !== 'supported' && other?.verdict !== 'let-pass') return true;
    return other.by !== 'cell' || (other.verdict === 'let-pass' && !isBeside(other.fit, best));
  });

/** `with fewer steps (36.60 vs. 42.97)`, of which no table has either: what both are of, none measures. */
export const isBesideStranger = (
  view: SentenceView,
  quantity: Quantity,
  judged: ReadonlyMap<Quantity, Judgement>,
): boolean =>
  pairsWith(view, quantity).some(({ a, b, kind }) => {
    const other = a === quantity ? b : a;
    const verdict = judged.get(other)?.verdict;
    return (
      kind === 'versus' &&
      (verdict === 'unverified' || verdict === 'contradicted') &&
      significantDigits(other.text) >= TELLING_DIGITS &&
      fitsOf(view, other).length === 0
    );
  });

/** Hardly by chance a cell of the same column. */
const isBeside = ({ scoped, number }: Fit, best: CellNumberRef): boolean =>
  scoped === best.scoped &&
  number.column === best.number.column &&
  significantDigits(number.text) >= TELLING_DIGITS;

const AGAINST_EARLIER =
  /(?<!\p{L})(?:compared (?:to|with)|relative to|against|over|than|since)\s(?:the|our|their|its|an?)\s(?:\p{L}+\s)?(?:earlier|previous|preliminary|former|initial|original|old(?:er)?|prior|pre-\p{L}+)(?!\p{L})/iu;

/** `Compared with the earlier run A improved from 0.19 to 0.27`: the first of the two is that run's. */
export const isOfEarlier = (view: SentenceView, quantity: Quantity): boolean =>
  AGAINST_EARLIER.test(view.text) && beginsStep(view, quantity);

/** `improved from 0.31 to 0.63`, where 0.31 is like no cell that may be meant: what was before a table was made. */
export const beginsStep = (view: SentenceView, quantity: Quantity): boolean =>
  stepsWith(view, quantity).some(({ a }) => a === quantity);
