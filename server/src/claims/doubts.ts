import { type Candidate, NAMED } from './candidates.ts';
import { isOtherChange } from './change-of-others.ts';
import { sentenceBefore } from './clause.ts';
import { significantDigits, TELLING_DIGITS } from './compare.ts';
import { conditionOf } from './conditions.ts';
import { isFromBeside } from './doubts/beside-table.ts';
import { isOfComparedUnnamed } from './doubts/compared-unnamed.ts';
import { isOfRestricted } from './doubts/cut-out.ts';
import { isOfExcepted } from './doubts/excepted.ts';
import {
  countsOfOtherRow,
  isAllOfThem,
  isAnother,
  isHeldOut,
  isLimit,
  isOfData,
  isOfThoseWho,
  isPicked,
  isSetTo,
  isSomeOfSoMany,
  isSomeOfWhich,
  sumsUp,
} from './doubts/how-many.ts';
import { saysWould } from './doubts/hypothetical.ts';
import { isInThousands } from './doubts/in-thousands.ts';
import { isMeanOfRange, isMeanOfWholes, isWhatTheyAverage } from './doubts/mean-of-others.ts';
import { hasOwnNumber, isNameOfFirst, isNameOfOther } from './doubts/name-of-other.ts';
import { isNoPercentage } from './doubts/not-a-percentage.ts';
import { isDifferenceInRow } from './doubts/of-its-row.ts';
import { isOfSeveral } from './doubts/one-of-many.ts';
import { isOfOtherStuff } from './doubts/other-measure.ts';
import { isLabelledOtherwise, isLongerName, isNamedWithout, isSymbolOfOther } from './doubts/other-name.ts';
import { isOtherStatistic, saysHowMuchItVaries } from './doubts/other-statistic.ts';
import { isAmongStrangers, isInCaption, isOfOtherTable, saysWhichTable } from './doubts/other-table.ts';
import { isPartInBrackets, isPartOfIt, isWholeOfPart } from './doubts/parts-of.ts';
import {
  goesOnAsChange,
  isAdvantage,
  isWhatItIsWorth,
  restatesChange,
  restatesNumber,
  saysByHowMuch,
} from './doubts/said-again.ts';
import { isSetApartBy } from './doubts/set-apart-by.ts';
import { isShareOfColumn } from './doubts/share-of-column.ts';
import { isShareOfColumnsTotal } from './doubts/share-of-total.ts';
import {
  isLeftOfHundred,
  isOfSeveralShares,
  isOwnShare,
  isPartOf,
  isShareInBrackets,
  isShareOfAll,
  isShareOfOther,
} from './doubts/shares.ts';
import {
  beginsStep,
  isBesideStranger,
  isFromEnd,
  isOfEarlier,
  isStep,
  isStepFromElsewhere,
} from './doubts/steps.ts';
import { isThirdOfThree } from './doubts/third-of-three.ts';
import { hasUnitBefore } from './doubts/unit-before.ts';
import { hasUnitOfOther } from './doubts/unit-of-other.ts';
import { isOfAnotherTime, saysElsewhere } from './elsewhere.ts';
import { inColumn, isClose, isFarFromCell, isFarOff, isOutside } from './in-column.ts';
import { isSaidInFull } from './judge-elsewhere.ts';
import { isOnlyNumber, isPlainlySaid } from './judge-value.ts';
import type { Judgement } from './judgement.ts';
import { CHANGE_NOUNS, CHANGE_VERBS, COMPARATIVES } from './lexicon.ts';
import { isMoneyElsewhere } from './money.ts';
import { otherSubjectOf } from './other-subject.ts';
import { ownerOf } from './owner.ts';
import { isPercent, type Quantity } from './quantity.ts';
import { followsFromOwn, followsFromQuoted, isQuotedAside } from './quoted.ts';
import { isLeftOfGap } from './role.ts';
import { isColumnSaid } from './said-column.ts';
import type { CellNumberRef } from './scoped.ts';
import { readMarks } from './suspicion-marks.ts';
import type { SentenceView } from './view.ts';

/*
 * Why a number that would be called wrong is left alone after all. Each is a way in which a true sentence comes to hold a number
 * that its table does not have; most were found in pages that nobody wrote for this.
 */

/** What speaks for the verdict. */
export interface Suspect {
  /** It stands nowhere, or in another cell. */
  readonly by: 'absent' | 'elsewhere';
  /** The cells that the number may be meant for, best first. */
  readonly candidates: readonly Candidate[];
  /** It has the digits of a cell, swapped or with the point moved. */
  readonly slip: boolean;
  /** Of a number that stands nowhere, what speaks for the verdict in words. */
  readonly marks?: readonly string[];
  /** The other numbers of its list are cells beside it. */
  readonly inList?: true;
}

/** Named as well as this a cell is meant, though the number is far from it. */
const WELL = 0.85;

const COMPARES = new RegExp(
  `(?<!\\p{L})(?:${CHANGE_NOUNS}|${CHANGE_VERBS}|${COMPARATIVES}|compared|relative|than|versus|vs|short)(?!\\p{L})`,
  'iu',
);

/** A reason that a person can follow, or undefined where nothing speaks against the verdict. */
export function doubtOf(
  view: SentenceView,
  quantity: Quantity,
  { by, candidates, slip, inList, marks }: Suspect,
  judged: ReadonlyMap<Quantity, Judgement>,
): string | undefined {
  const [best] = candidates;
  if (!best) return undefined;
  const isTellingSlip = slip && significantDigits(quantity.text) >= TELLING_DIGITS;
  if (
    isBesideStranger(view, quantity, judged) ||
    (!isTellingSlip && isStepFromElsewhere(view, quantity, best, judged))
  )
    return 'what it is set against stands in no table';
  if (isOfEarlier(view, quantity) || (!slip && isOutside(quantity, best) && beginsStep(view, quantity)))
    return 'one end of a step may be of another time';
  if (isLimit(view, quantity)) return 'it is a limit or a target';
  if (isMoneyElsewhere(view, quantity, best))
    return 'it is an amount of money, which the column holds none of';
  if (isNoPercentage(quantity, best)) return 'it is a percentage, which the cell is not';
  if (!slip && isBelowZero(quantity, best)) return 'it is below zero, which no cell of the row is';
  if (!slip && isShareOfColumnsTotal(quantity, best)) return 'it may be a share of the total of a column';
  if (isShareOfAll(view, quantity, best)) return 'it is a share of something else than the column has';
  if (isPercent(quantity) && quantity.size === 100) return 'a hundred percent is all of something';
  if (isAnother(view, quantity)) return 'it says how much is added';
  if (isSetTo(view, quantity) || isOfData(view, quantity)) return 'it is a setting';
  if (isOfThoseWho(view, quantity)) return 'it says how many chose something';
  if (isPicked(view, quantity) || isHeldOut(view, quantity)) return 'it says how many were picked';
  if (isAllOfThem(view, quantity)) return 'it says how many there were in all';
  if (sumsUp(view, quantity)) return 'it sums up what the sentence tells before';
  if (isSomeOfWhich(view, quantity) || (!slip && !isClose(quantity, best) && isSomeOfSoMany(view, quantity)))
    return 'it is a part of what the sentence begins with';
  if (!slip && countsOfOtherRow(view, quantity, best)) return 'it counts what another row is of';
  if (isOwnShare(view, quantity)) return 'it is the share that its own two numbers give';
  if (saysWhichTable(view, quantity)) return 'it says that it stands elsewhere';
  if (isLabelledOtherwise(view, quantity, best)) return 'what it is of stands before the colon';
  if (isWholeOfPart(view, quantity)) return 'it is the whole that a part is taken of';
  if (isNameOfOther(view, quantity, best) || isNameOfFirst(view, quantity, best))
    return 'the name of the row has a number of its own';
  if (isPartOfIt(view, quantity)) return 'it is a part of what was told before';
  if (isOfExcepted(view, quantity, best.scoped)) return 'it is of what the sentence excepts';
  if (isPartInBrackets(view, quantity)) return 'it is a part of the number before the brackets';
  if (isMoreExact(quantity, best)) return 'a cell of the row may be the same, rounded';
  if (isLeftOfHundred(view, quantity, best)) return 'it is what a percentage leaves of a hundred';
  if (!slip && isOfSeveralShares(quantity, best)) return 'it may be what several of the shares come to';
  if (isShareInBrackets(view, quantity, best)) return 'it is the share of the number before the brackets';
  if (isShareOfOther(view, quantity, best)) return 'it may be a share of another value of the column';
  if (isShareOfColumn(view, quantity, best)) return 'it is a share that the table does not have';
  if (!slip && isPartOf(view, quantity, best))
    return 'a percentage in the sentence makes it a part of the cell';
  if (isInThousands(view, quantity, best)) return 'it may be the cell in another unit';
  if (isPage(best) && isStep(view, quantity)) return 'one end of a step may be of another time';
  if (isPage(best) && !isNamedHere(view, best)) return 'row and column are not both named in the sentence';
  if (isPage(best) && hasOwnNumber(view, quantity, best))
    return 'the name of the row has a number of its own';
  if (!slip && (isFarOff(quantity, best) || isFarFromCell(quantity, best)))
    return 'it is of another size altogether';
  if (!isPlainlySaid(view, quantity, best) && !(slip && isSaidInFull(best)) && isInLabel(quantity, best))
    return 'it stands in a name of the table';
  if (isAdvantage(view, quantity, best.scoped.table.columns[best.number.column]!.header))
    return 'it says by how much two things differ';
  if (isWhatItIsWorth(view, quantity, best.scoped.table.columns[best.number.column]!.header))
    return 'it says by how much two things differ';
  if (goesOnAsChange(view, quantity)) return 'it is a change, as the number before it';
  if (restatesChange(view, quantity, judged)) return 'it says the change before it in another way';
  if (restatesNumber(view, quantity)) return 'it says the number before it in another way';
  if (isBeyondBound(quantity, best)) return 'the cell is beyond the bound that it says';
  if (saysOrMore(view, quantity)) return 'it is of all from there on';
  if (isFromBeside(view, quantity, best.scoped)) return 'it is from beside the table';
  if (isOfSeveral(view, quantity)) return 'it is of several together';
  if (saysWould(view, quantity)) return 'it says what would be, not what is';
  if (hasUnitBefore(view, quantity, judged)) return 'it has the unit of the number before it';
  if (isOfOtherTable(view, judged)) return 'it may be of the other table that the passage speaks of';
  if (isAmongStrangers(view, quantity, judged)) return 'no number of the sentence stands in the table';
  if (isInCaption(quantity, best.scoped)) return 'it stands in the caption of the table';
  if (isSetApartBy(view, quantity, best)) return 'the sentence says how far it is from the cell';
  if (isDifferenceInRow(view, quantity)) return 'it may be what two cells of a row differ by';
  if (isThirdOfThree(view, quantity, judged)) return 'it is what two cells of the sentence come to';
  if (isOfOtherStuff(view, quantity, best)) return 'it is an amount of something else';
  if (hasUnitOfOther(view, quantity, best)) return 'it has the unit of another column';
  if (isOfRestricted(view, quantity)) return 'it is under a condition that no label has';
  if (!isTellingSlip && isOfComparedUnnamed(view, quantity, best, judged))
    return 'it is of what the named row is compared with';
  if (isSymbolOfOther(view, quantity, best)) return 'it is of what stands before the brackets';
  if (isNamedWithout(view, quantity, best)) return 'it is of the row without what its name says';
  if (!inList && isOtherStatistic(view, quantity, best)) return 'it is another statistic than the table has';
  if (saysByHowMuch(view, quantity) && !saysHowMuchItVaries(view, quantity))
    return 'it says by how much two things differ';
  if (
    isMeanOfWholes(view, quantity, best) ||
    isMeanOfRange(view, quantity) ||
    isWhatTheyAverage(view, quantity)
  )
    return 'it is a mean that the table does not have';
  if (slip) return undefined;
  if (saysElsewhere(view)) return 'somebody else has the number';
  if (isQuotedAside(view, quantity, best)) return 'another number of the sentence is what the cell says';
  const other = conditionOf(view, quantity, best.scoped) ?? otherSubjectOf(view, quantity, best);
  if (other !== undefined) return other;
  const close = isClose(quantity, best);
  const isSaidPlainly =
    close &&
    best.row >= NAMED &&
    (isColumnSaid(view, quantity, best) || ownerOf(view, quantity)?.rows.has(best.number.row) === true);
  if (
    !isSaidPlainly &&
    !(inList && close) &&
    ((!close && (best.row < WELL || (best.column < WELL && best.openColumns > 1))) ||
      quantity.unit === 'point' ||
      COMPARES.test(view.text)) &&
    !isStep(view, quantity) &&
    followsFromQuoted(view, quantity, best)
  )
    return 'it may be the difference to another value of the table';
  if (!close && followsFromOwn(view, quantity)) return 'it follows from other numbers of the sentence';
  if (by === 'absent' && !inList && isLikeNone(view, quantity, best, marks ?? []))
    return 'it is like no cell that may be meant';
  return undefined;
}

/** The same of a change between two cells that the sentence names. */
export const doubtOfChange = (
  view: SentenceView,
  quantity: Quantity,
  a: CellNumberRef,
  b: CellNumberRef,
): string | undefined =>
  isLongerName(view, quantity, a) || isLongerName(view, quantity, b)
    ? 'a name is longer than that of the table'
    : quantity.unit === '' && isInLabel(quantity, a)
      ? 'it stands in a name of the table'
      : isOtherStatistic(view, quantity, a)
        ? 'it is another statistic than the table has'
        : [a, b].some(cell => isShareOfColumnsTotal(quantity, cell))
          ? 'it may be a share of the total of a column'
          : isOtherChange(view, quantity)
            ? 'it is what another change is compared with'
            : isLeftOfGap(sentenceBefore(view, quantity))
              ? 'it is what is left of a difference'
              : isOfAnotherTime(view, quantity, a) && isOfAnotherTime(view, quantity, b)
                ? 'it is of another time'
                : isFromEnd(view, quantity)
                  ? 'one end of a step may be of another time'
                  : conditionOf(view, quantity, a.scoped);

/** Numbers that are about as large as no cell that may be meant are mostly of something else, unless others of the sentence bear it out. */
function isLikeNone(
  view: SentenceView,
  quantity: Quantity,
  { row, column, openColumns }: Candidate,
  marks: readonly string[],
): boolean {
  const told = readMarks(marks);
  const isOnly = isOnlyNumber(view, quantity);
  if (isOnly && row >= NAMED && column >= NAMED) return false;
  if (told.isBorneOut) return told.isLikeNone && (row < NAMED || column < NAMED);
  return told.isLikeNone || (column < NAMED && openColumns > 1 && !isOnly);
}

const OR_MORE =
  /[\p{L}\d”"'’)]\s(?:or|and)\s(?:better|worse|more|less|fewer|higher|lower|above|below|greater|older|younger|over|under|up|larger|smaller)(?![\p{L}-])(?!\sthan)/u;

/** `“Good” or better`: the sum of several rows. Not where another number of the unit stands between, whose it then is. */
const saysOrMore = ({ text, sentence }: SentenceView, quantity: Quantity): boolean => {
  const at = OR_MORE.exec(text)?.index;
  if (at === undefined) return false;
  const said = sentence.start + at;
  const isOfOther = sentence.quantities.some(
    other => other !== quantity && other.unitEnd >= said && other.unitEnd <= said + 1,
  );
  if (isOfOther) return false;
  return !sentence.quantities.some(
    ({ start, unit, noClaim }) =>
      noClaim === undefined && unit !== '' && unit === quantity.unit && start > quantity.end && start < said,
  );
};

/** `(-1.61)` beside a row of shares: a cell of another row may be meant. */
const isBelowZero = ({ sign }: Quantity, { scoped, number }: Candidate): boolean =>
  sign < 0 && !number.negative && !scoped.numbers.inRow(number.row).some(cell => cell?.negative);

const isPage = ({ scoped }: Candidate): boolean => scoped.table.format === 'gfm';

const IN_FULL = 0.85;

/** A table that the page happens to hold is not known to be what a sentence speaks of: it must name row and column in full. */
function isNamedHere(view: SentenceView, { scoped, number, openColumns }: Candidate): boolean {
  const { rows, columns } = view.naming(scoped.table).own;
  return (
    (rows.get(number.row)?.score ?? 0) >= IN_FULL &&
    (openColumns === 1 || (columns.get(number.column)?.score ?? 0) >= IN_FULL)
  );
}

const FEWEST_DIGITS = 2;

/** `SMB is -0.12630` where the row has -0.126: authors have the numbers from before they were rounded for print. */
const isMoreExact = (quantity: Quantity, { scoped, number }: Candidate): boolean =>
  scoped.numbers.inRow(number.row).some(
    cell =>
      cell !== undefined &&
      cell.step > quantity.step * 1.01 &&
      significantDigits(cell.text) >= FEWEST_DIGITS &&
      // Nobody adds zeros: `31.00` is no 31.0 in full.
      cell.size !== quantity.size &&
      Math.abs(cell.size - quantity.size) <= (cell.step / 2) * (1 + 1e-9),
  );

/** `with 1000 roles` beside the column `EN roles 1000`. */
function isInLabel(quantity: Quantity, { scoped }: CellNumberRef): boolean {
  const plain = quantity.text.replaceAll(',', '');
  return scoped.labels.words.hasNumber(plain);
}

/** `more than 300 (374 and 326)` is true. */
function isBeyondBound(quantity: Quantity, { scoped, number }: Candidate): boolean {
  const { size } = inColumn(quantity, scoped, number);
  return (
    (quantity.bound === 'least' && number.size >= size) || (quantity.bound === 'most' && number.size <= size)
  );
}
