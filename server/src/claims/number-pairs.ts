import type { FoundNumber } from './find-numbers.ts';
import type { Quantity } from './quantity.ts';
import type { SentenceView } from './view.ts';

/** Two numbers that a sentence sets against each other. */
export interface NumberPair {
  readonly a: Quantity;
  readonly b: Quantity;
  /** `steps` go from the first to the second: `26.94 → 34.46`, `from 5 to 7`; `versus` compares: `61.5 vs. 68.8`. */
  readonly kind: 'steps' | 'versus';
}

const ARROW = /^[^.;()\d→]{0,40}(?:→|⟶|⇒|->|=>)[^.;()\d→]{0,60}$/;
const TO =
  /^(?:[^.;,()\d]{0,40}|\s?\([^)\d]*\))\s(?:down\s|up\s)?to\s(?:just\s|only\s|about\s|around\s|over\s|approximately\s|nearly\s|a\s)*(?:\([^)\d]*\)\s)?[~≈]?$/;
const FROM = /\bfrom\s(?:about\s|around\s|approximately\s|an?\s|[~≈]|\p{L}[\p{L}-]*\s){0,3}$/iu;
const VERSUS =
  /^(?:\s?\([^)\d]*\)|\s(?:on|in|for|with|at|by)\s(?:the\s)?[^\s,;.()\d]{1,30})?,?\s(?:vs\.?|versus|compared (?:to|with)|against|rather than|instead of|as opposed to)\s(?:[\p{L}’'-]+\s){0,3}[$€£]?$/iu;

/** Without what stands in brackets, without margins, and without years that say when. */
export const withoutAsides = (between: string): string =>
  between
    .replace(/\s?±\s?[\d.,]*\d/g, '')
    .replace(/\s?\([^()]*\)/g, '')
    .replace(/\s(?:in|of)\s(?:19|20)\d{2}(?!\d)/g, '');

/** The second of two neighbours is where the first leads: `26.94 → 34.46`, `from 5 to 7`. */
export function isStep(text: string, a: FoundNumber, b: FoundNumber): boolean {
  const between = withoutAsides(text.slice(a.unitEnd, b.start));
  return (
    ARROW.test(between) ||
    (TO.test(between) && FROM.test(text.slice(Math.max(0, a.start - 60), a.start))) ||
    (/^\sto\s$/.test(between) && b.unit === '%' && (a.unit === '%' || a.unit === ''))
  );
}

const BACK_FROM =
  /^(?:\s(?!(?:and|but|or|while)\s)\p{L}+){0,2}\sfrom\s(?:about\s|around\s|approximately\s|[~≈])?$/iu;
const TO_BEFORE = /\bto\s(?:just\s|only\s|about\s|around\s|nearly\s|[~≈])?$/iu;

/** The first of two neighbours is where the second leads: `cuts the time to 1.2 ms from 3.6 ms`. */
const isStepBack = (text: string, a: FoundNumber, b: FoundNumber): boolean =>
  BACK_FROM.test(withoutAsides(text.slice(a.unitEnd, b.start))) &&
  TO_BEFORE.test(text.slice(Math.max(0, a.start - 20), a.start));

/** The second of two neighbours is what the first is compared with: `61.5 vs. 68.8`. */
export const isVersus = (text: string, a: FoundNumber, b: FoundNumber): boolean =>
  VERSUS.test(text.slice(a.unitEnd, b.start));

const ASIDES = new Set(['a setting', 'a year', 'a deviation']);

/** Of the quantities of a sentence, which stands in one text only. Asked for again and again. */
const known = new WeakMap<readonly Quantity[], readonly NumberPair[]>();

/** Pairs of neighbouring numbers that something sets against each other. Numbers that are no claims (`0→100%`) make no pair. */
export function numberPairs(text: string, quantities: readonly Quantity[]): readonly NumberPair[] {
  let pairs = known.get(quantities);
  if (!pairs) known.set(quantities, (pairs = pairsOf(text, quantities)));
  return pairs;
}

/** The pairs that a number of the sentence belongs to. */
export const pairsWith = ({ reading, sentence }: SentenceView, quantity: Quantity): readonly NumberPair[] =>
  numberPairs(reading.block.text, sentence.quantities).filter(({ a, b }) => a === quantity || b === quantity);

/** The steps of which it is one end. */
export const stepsWith = (view: SentenceView, quantity: Quantity): readonly NumberPair[] =>
  pairsWith(view, quantity).filter(({ kind }) => kind === 'steps');

function pairsOf(text: string, quantities: readonly Quantity[]): readonly NumberPair[] {
  const pairs: NumberPair[] = [];
  // `from 17.6 (n = 1) to 22.0`, `from 500,000 in 1994 to`: what stands between is stepped over.
  const said = quantities.filter(({ noClaim }) => noClaim === undefined || !ASIDES.has(noClaim));
  for (let index = 1; index < said.length; index++) {
    const a = said[index - 1]!;
    const b = said[index]!;
    if (a.noClaim || b.noClaim || a.role !== 'value' || b.role !== 'value') continue;
    if (a.unit !== '' && b.unit !== '' && a.unit !== b.unit) continue;
    if (isStep(text, a, b)) pairs.push({ a, b, kind: 'steps' });
    else if (isStepBack(text, a, b)) pairs.push({ a: b, b: a, kind: 'steps' });
    else if (isVersus(text, a, b)) pairs.push({ a, b, kind: 'versus' });
  }
  return pairs;
}
