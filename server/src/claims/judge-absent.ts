import { explainingAggregates, type NamedAggregate } from './aggregate.ts';
import { explainedAside } from './aside.ts';
import { NAMED } from './candidates.ts';
import { significantDigits, TELLING_DIGITS } from './compare.ts';
import { type Derivation, derivationsOf } from './derive.ts';
import { columnScore, rowScore } from './fit.ts';
import { SAID_PAIR } from './judge-as-change.ts';
import { isInPoints } from './judge-elsewhere.ts';
import { ABSENT, type Siblings, suspectAbsent } from './judge-value.ts';
import { type Judgement, unverified } from './judgement.ts';
import { CHANGE_NOUNS, CHANGE_VERBS, COMPARATIVES } from './lexicon.ts';
import { pairsWith } from './number-pairs.ts';
import type { Quantity } from './quantity.ts';
import type { SentenceView } from './view.ts';
import { weighAbsent } from './weigh-absent.ts';

const COMPARES = new RegExp(
  `(?<!\\p{L})(?:${CHANGE_NOUNS}|${CHANGE_VERBS}|${COMPARATIVES}|compared|relative|than|versus|vs)(?!\\p{L})`,
  'iu',
);

const SAID_DIFFERENCE = 0.8;
const ANY_PAIR = 0.15;
const DIFFERENCES: ReadonlySet<string> = new Set(['difference', 'points']);

/** What a value is that stands in no table: one that the tables give, one that is wrong, or one that nothing is said of. */
export function judgeAbsent(view: SentenceView, quantity: Quantity, siblings: Siblings): Judgement {
  const suspicion = suspectAbsent(view, quantity, siblings);
  const weighed = weighAbsent(view, quantity, suspicion, siblings);
  const isSuspect = suspicion.score >= ABSENT || weighed !== undefined;
  // `A and B have 123` may be a sum that no word announces.
  const [unsaid] =
    isSuspect && !quantity.aggregate && quantity.sign === 0
      ? explainingAggregates(view, quantity).filter(aggregate => isUnsaidSum(view, aggregate))
      : [];
  if (unsaid) return unverified('it may be a total or a mean', suspicion.candidates);
  // `A shortens the stay by 2.43 days against B`: two cells that the sentence names need no word of comparison that we know.
  const [pair] = isSuspect || quantity.sign < 0 ? derivationsOf(view, quantity) : [];
  const isSaidSo = readsAsChange(view, quantity);
  if (
    pair &&
    (isSaidSo ? pair.named >= SAID_PAIR : pair.named >= SAID_DIFFERENCE && DIFFERENCES.has(pair.kind))
  )
    return { verdict: 'supported', by: 'pair', derivation: pair };
  // `by 1.7 pp on A, 3.6 pp on B and 6.2 pp on C`: points are by how much things differ.
  const inPoints = suspicion.candidates.every(cell => isInPoints(quantity, cell));
  if (inPoints && pair && pair.named >= ANY_PAIR && DIFFERENCES.has(pair.kind))
    return { verdict: 'let-pass', by: 'pair', derivation: pair };
  // `and Faroese (+5.1)`, `A adds no less than 13.7`: the row changes by that, from one column to another or against another row.
  const [ofRow] = isSaidSo ? derivationsOf(view, quantity).filter(other => isOfNamedRow(view, other)) : [];
  if (ofRow) return { verdict: 'let-pass', by: 'pair', derivation: ofRow };
  const score =
    suspicion.score -
    (suspicion.near || isInPair(view, quantity)
      ? 0
      : mayBeChange(view, quantity)
        ? suspicion.close
          ? 0.25
          : 0.4
        : 0);
  // What is a slip of a cell is hardly by chance a share or a quotient as well.
  const isSlip = suspicion.near !== undefined && significantDigits(quantity.text) >= TELLING_DIGITS;
  const aside = (score >= ABSENT || weighed) && !isSlip ? explainedAside(view, quantity) : undefined;
  if (aside !== undefined) return unverified(aside, suspicion.candidates);
  if (weighed) return { verdict: 'contradicted', by: 'absent', fits: [], sure: undefined, ...weighed };
  if (score >= ABSENT)
    return { verdict: 'contradicted', by: 'absent', fits: [], sure: undefined, ...suspicion, score };
  return unverified(
    suspicion.candidates.length === 0 ? 'no cell is named' : 'no cell is named surely enough',
    suspicion.candidates,
    score,
    suspicion.marks,
  );
}

/** In a sentence that compares a number may be a difference, though nothing says so at the number itself. */
const mayBeChange = (view: SentenceView, quantity: Quantity): boolean =>
  (COMPARES.test(view.text) || GOES.test(view.text) || readsAsChange(view, quantity)) &&
  derivationsOf(view, quantity).some(({ named }) => named >= 0.15);

const GOES = /→|(?<!\p{L})from\s.*\sto\s/u;
const BY = /(?<!\p{L})by\s(?:an?\s(?:\p{L}+\s){0,2}of\s)?(?:(?!\p{L}*ing\s)\p{L}+\s)?[+\-−~≈]?$/iu;

const GAINED =
  /(?<!\p{L})(?:gain(?:s|ed)?|lost|loses?|add(?:s|ed)?|shed|put on)\s(?:about\s|some\s|at least\s|no (?:less|fewer) than\s|another\s|[~≈])?$/iu;

/** `warms by 16.6`, `+15.4 %`, `(−27.9 %)`, `from −1.24 to +4.11`: a change, whatever the words. */
function readsAsChange({ reading, sentence }: SentenceView, quantity: Quantity): boolean {
  const before = reading.block.text.slice(Math.max(sentence.start, quantity.start - 24), quantity.start);
  return (
    quantity.sign > 0 ||
    BY.test(before) ||
    GAINED.test(before) ||
    (quantity.sign < 0 && (/\(\s?$/.test(before) || sentence.quantities.some(({ sign }) => sign > 0)))
  );
}

/** `from 439 to 650`: both ends are values. */
const isInPair = (view: SentenceView, quantity: Quantity): boolean => pairsWith(view, quantity).length > 0;

const OVERALL = /(?<!\p{L})(?:overall|across|pooled|combined|altogether|together|in all|in total)(?!\p{L})/iu;

/** A sum of rows that are named, or of all rows in a column that is; a mean of rows that share a name, in a column that is named. */
const isUnsaidSum = (view: SentenceView, aggregate: NamedAggregate): boolean => {
  const { kind, named, numbers, selection, scoped, column } = aggregate;
  if (named < 0.6 || numbers.length < 2) return false;
  if (kind === 'mean')
    return selection !== '' && OVERALL.test(view.text) && columnScore(view, scoped, column) >= NAMED;
  if (numbers.some(({ percent }) => percent)) return false;
  return selection !== '' || columnScore(view, scoped, column) >= NAMED;
};

/** A difference along a row that is named, or of its cell from another one of the column. */
const isOfNamedRow = (view: SentenceView, { a, b, kind }: Derivation): boolean =>
  DIFFERENCES.has(kind) &&
  (a.number.row === b.number.row || a.number.column === b.number.column) &&
  [a, b].some(({ scoped, number }) => rowScore(view, scoped, number.row) >= NAMED);
