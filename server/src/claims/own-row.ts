import { maySayOwn, OWN } from './own-method.ts';
import { isCommon, isPale, type Word, wordsOf } from './words.ts';

/** What the authors call their own in a text, in a label column by itself. */
export const OWN_NAME = 'Ours';
export const OWN_COLUMN = -3;

/** A label with the rows that have it. */
interface LabelText {
  readonly text: string;
  readonly ids: readonly number[];
}

/** The only row whose label says that it is the authors' own, beside a name: `DCGCN (ours)`. */
export function ownRow(named: readonly LabelText[]): number | undefined {
  const own = named.filter(({ text }) => maySayOwn(text) && wordsOf(text).some(({ norm }) => norm === OWN));
  const [only] = own;
  if (own.length !== 1 || only!.ids.length !== 1 || !hasNameBesideOwn(wordsOf(only!.text))) return undefined;
  return only!.ids[0];
}

/** `DCGCN (ours)` has a name; `Ours` and `Our model` have none but that they are the authors' own. */
export const hasNameBesideOwn = (words: readonly Word[]): boolean =>
  words.some(({ norm }) => norm === OWN) &&
  words.some(({ norm }) => norm !== OWN && !isCommon(norm) && !isPale(norm));
