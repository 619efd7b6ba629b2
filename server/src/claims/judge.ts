import { type Aggregate, explainingAggregates, intendedAggregate } from './aggregate.ts';
import { anchorsOf } from './anchors.ts';
import type { Candidate } from './candidates.ts';
import { type Derivation, derivationsOf } from './derive.ts';
import { type Fit, fitsOf } from './fit.ts';
import { judgeChange } from './judge-change.ts';
import { suspectElsewhere } from './judge-elsewhere.ts';
import { type Siblings, suspectAbsent } from './judge-value.ts';
import { CHANGE_NOUNS, CHANGE_VERBS, COMPARATIVES } from './lexicon.ts';
import { numberPairs } from './number-pairs.ts';
import { offPartners } from './off-partner.ts';
import type { Quantity } from './quantity.ts';
import type { CellNumberRef } from './scoped.ts';
import type { SentenceView } from './view.ts';

/** What became of a number, and why. */
export type Judgement =
  /** It claims nothing: it is the key of a row. */
  | { readonly verdict: 'none'; readonly reason: string; readonly cell: CellNumberRef }
  | { readonly verdict: 'supported'; readonly by: 'cell'; readonly fit: Fit; readonly others: readonly Fit[] }
  | { readonly verdict: 'supported'; readonly by: 'pair'; readonly derivation: Derivation }
  | { readonly verdict: 'supported'; readonly by: 'aggregate'; readonly aggregate: Aggregate }
  | {
      readonly verdict: 'contradicted';
      readonly by: 'absent' | 'elsewhere';
      readonly score: number;
      readonly candidates: readonly Candidate[];
      readonly near: Candidate | undefined;
      readonly fits: readonly Fit[];
    }
  | {
      readonly verdict: 'contradicted';
      readonly by: 'pair';
      readonly score: number;
      readonly a: CellNumberRef;
      readonly b: CellNumberRef;
      /** The right change in the author's format, where it is sure which change is meant. */
      readonly expected: string | undefined;
    }
  /** The sentence states the change between two numbers: the table has it, the other number, and another value for this one. */
  | {
      readonly verdict: 'contradicted';
      readonly by: 'partner';
      readonly score: number;
      readonly cell: CellNumberRef;
      readonly expected: string;
    }
  | {
      readonly verdict: 'contradicted';
      readonly by: 'aggregate';
      readonly score: number;
      readonly aggregate: Aggregate;
    }
  | {
      readonly verdict: 'unverified';
      readonly reason: string;
      readonly candidates: readonly Candidate[];
      readonly score: number;
      readonly marks: readonly string[];
    };

/** From here on a number that stands nowhere is called wrong. */
const ABSENT = 0.55;
/** The same for one that stands in the table, but in a row that nothing names. */
const ELSEWHERE = 0.7;
const COMPARES = new RegExp(
  `(?<!\\p{L})(?:${CHANGE_NOUNS}|${CHANGE_VERBS}|${COMPARATIVES}|compared|relative|than|versus|vs)(?!\\p{L})`,
  'iu',
);

/**
 * Judges every number of a sentence that claims something and that no link binds. `others` are cells that the block's other
 * sentences agree with.
 */
export function judgeSentence(
  view: SentenceView,
  bound: readonly Quantity[],
  others: readonly Fit[],
): ReadonlyMap<Quantity, Judgement> {
  const claims = view.sentence.quantities.filter(
    quantity => quantity.noClaim === undefined && !bound.includes(quantity),
  );
  const fits = new Map(claims.map(quantity => [quantity, fitsOf(view, quantity)] as const));
  const judged = new Map(
    claims.map(quantity => {
      const inSentence = claims.flatMap(other => (other === quantity ? [] : (fits.get(other)![0] ?? [])));
      const anchors = anchorsOf([...fits].filter(([other]) => other !== quantity && other.role === 'value'));
      return [quantity, judge(view, quantity, fits.get(quantity)!, { inSentence, inBlock: others, anchors })] as const;
    }),
  );
  for (const [quantity, judgement] of offPartners(view, judged)) judged.set(quantity, judgement);
  return judged;
}

function judge(view: SentenceView, quantity: Quantity, fits: readonly Fit[], siblings: Siblings): Judgement {
  const owned = fits.filter(fit => isOwned(view, fit));
  const [key] = owned;
  if (key && isKey(key) && quantity.decimals === 0)
    return { verdict: 'none', reason: 'it names a row', cell: key };
  switch (quantity.role) {
    case 'range':
      return owned[0] ? supported(owned) : unverified('one end of a range');
    case 'change':
    case 'ratio':
      return judgeAsChange(view, quantity, fits, owned);
    case 'value':
      return judgeAsValue(view, quantity, fits, owned, siblings);
  }
}

/** The number stands in a column that names rows: `at 5 % biased users`. */
const isKey = ({ scoped, number }: Fit): boolean =>
  number.main &&
  scoped.labels.keys.includes(number.column) && !scoped.labels.measures.includes(number.column);

/** In a sentence that compares a number may be a difference, though nothing says so at the number itself. */
const mayBeChange = (view: SentenceView, quantity: Quantity): boolean =>
  COMPARES.test(view.text) && derivationsOf(view, quantity).found.some(({ named }) => named >= 0.15);

/** `from 439 to 650`: both ends are values. */
const isStep = (view: SentenceView, quantity: Quantity): boolean =>
  numberPairs(view.reading.block.text, view.sentence.quantities).some(
    ({ a, b }) => a === quantity || b === quantity,
  );

/** A cell may be meant when its row is named, or when no row is named for sure. */
function isOwned(view: SentenceView, fit: Fit): boolean {
  if (fit.unit < 0.3) return false;
  if (fit.row >= 0.2) return true;
  const rows = view.naming(fit.scoped.table).own.rows;
  return ![...rows.values()].some(({ score }) => score >= 0.6);
}

const supported = (fits: readonly Fit[]): Judgement => ({
  verdict: 'supported',
  by: 'cell',
  fit: fits[0]!,
  others: fits.slice(1),
});

const unverified = (
  reason: string,
  candidates: readonly Candidate[] = [],
  score = 0,
  marks: readonly string[] = [],
): Judgement => ({ verdict: 'unverified', reason, candidates, score, marks });

function judgeAsChange(
  view: SentenceView,
  quantity: Quantity,
  fits: readonly Fit[],
  owned: readonly Fit[],
): Judgement {
  const judged = judgeChange(view, quantity, fits);
  if (judged.kind === 'explained') return { verdict: 'supported', by: 'pair', derivation: judged.derivation };
  if (owned[0]) return supported(owned);
  if (judged.kind === 'unsure') return unverified('no two cells are named surely enough');
  const { a, b } = judged.best;
  return { verdict: 'contradicted', by: 'pair', score: judged.score, a, b, expected: judged.expected };
}

function judgeAsValue(
  view: SentenceView,
  quantity: Quantity,
  fits: readonly Fit[],
  owned: readonly Fit[],
  siblings: Siblings,
): Judgement {
  const intended =
    quantity.aggregate && !quantity.bound && !quantity.approximate
      ? intendedAggregate(view, quantity)
      : undefined;
  // Where an average over rows is surely meant, a cell of one row that happens to agree explains nothing.
  if (owned[0] && !(intended && owned.every(fit => fit.row < 0.2))) {
    const suspicion = suspectElsewhere(view, quantity, fits, siblings);
    if (suspicion.score >= ELSEWHERE) return { verdict: 'contradicted', by: 'elsewhere', fits, ...suspicion };
    return supported(owned);
  }
  if (quantity.aggregate) {
    const [aggregate] = explainingAggregates(view, quantity);
    if (aggregate) return { verdict: 'supported', by: 'aggregate', aggregate };
    if (intended)
      return { verdict: 'contradicted', by: 'aggregate', score: 0.8, aggregate: intended.aggregate };
  }
  if (fits.length > 0) {
    const suspicion = suspectElsewhere(view, quantity, fits, siblings);
    if (suspicion.score >= ELSEWHERE) return { verdict: 'contradicted', by: 'elsewhere', fits, ...suspicion };
    return unverified(
      'it stands in the table, but nothing says that it is this cell',
      suspicion.candidates,
      suspicion.score,
      suspicion.marks,
    );
  }
  const suspicion = suspectAbsent(view, quantity, siblings);
  // `A and B have 123` may be a sum that no word announces.
  const [unsaid] =
    suspicion.score >= ABSENT && !quantity.aggregate
      ? explainingAggregates(view, quantity).filter(
          ({ named, numbers }) => named >= 0.6 && numbers.length > 1,
        )
      : [];
  if (unsaid) return unverified('it may be a total or a mean', suspicion.candidates);
  const score =
    suspicion.score -
    (suspicion.near || isStep(view, quantity)
      ? 0
      : mayBeChange(view, quantity)
        ? suspicion.close
          ? 0.25
          : 0.4
        : 0);
  if (score >= ABSENT) return { verdict: 'contradicted', by: 'absent', fits, ...suspicion, score };
  return unverified(
    suspicion.candidates.length === 0 ? 'no cell is named' : 'no cell is named surely enough',
    suspicion.candidates,
    score,
    suspicion.marks,
  );
}
