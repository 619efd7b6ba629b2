import { maySayOwn, OWN } from './own-method.ts';
import { isCommon, isPale, type Word, wordsOf } from './words.ts';

/** What the authors call their own in a text, in a label column by itself. */
export const OWN_NAME = 'Ours';
export const OWN_COLUMN = -3;

/** A label with the rows that have it. */
export interface LabelText {
  readonly text: string;
  readonly ids: readonly number[];
}

/** So large a share of the rows tells no method from others. */
const MOST_OF_ALL = 0.5;

/** The rows whose labels say that they are the authors' own, beside a name: `DCGCN (ours)`; `count` is how many rows there are. */
export function ownRows(named: readonly LabelText[], count: number): readonly number[] {
  const own = named.filter(({ text }) => maySayOwn(text) && wordsOf(text).some(({ norm }) => norm === OWN));
  const rows = [...new Set(own.flatMap(({ ids }) => ids))];
  const haveNames = own.every(({ text }) => hasNameBesideOwn(wordsOf(text)));
  return haveNames && (rows.length === 1 || rows.length <= count * MOST_OF_ALL) ? rows : [];
}

/** `DCGCN (ours)` has a name; `Ours` and `Our model` have none but that they are the authors' own. */
export const hasNameBesideOwn = (words: readonly Word[]): boolean =>
  words.some(({ norm }) => norm === OWN) &&
  words.some(({ norm }) => norm !== OWN && !isCommon(norm) && !isPale(norm));
