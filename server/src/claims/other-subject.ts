import { type Candidate, NAMED } from './candidates.ts';
import { clauseBefore, isUnknown, sentenceBefore, sentenceBehind } from './clause.ts';
import { columnStats } from './column-stats.ts';
import type { TableNumber } from './number-index.ts';
import type { Quantity } from './quantity.ts';
import type { CellNumberRef, ScopedTable } from './scoped.ts';
import type { SentenceView } from './view.ts';
import { likeness, wordsOf } from './words.ts';

/*
 * A sentence may name row and column and yet give a number of something else: of a part of what the row is, of another statistic,
 * of another measure. Closed classes of words, and only where neither the table nor the title has what they say.
 */

/** What the number is of, as a reason that a person can follow; undefined where nothing is said. */
export function otherSubjectOf(view: SentenceView, quantity: Quantity, best: Candidate): string | undefined {
  if (isOtherStatistic(view, quantity, best.scoped)) return 'it is another statistic than the table has';
  if (best.row < NAMED && NO_ROW.test(clauseBefore(view, quantity)))
    return 'it is of something that the table does not name';
  if (isOnUnknown(view, quantity, best)) return 'it is of a measure that the table does not have';
  if (isShareOfTotal(view, quantity, best)) return 'it is a share that the table does not have';
  if (isInOtherUnit(view, quantity, best)) return 'it is in another unit';
  if (isLongerName(view, quantity, best)) return 'its name is longer than that of the table';
  if (isOfWhatFollows(view, quantity, best.scoped))
    return 'what it is of stands behind it, and no label has it';
  if (hasOwnNumber(view, quantity, best)) return 'the name of the row has a number of its own';
  if (isQualified(view, best)) return 'a word before the name makes it another one';
  if (hasOtherName(view, quantity, best.scoped)) return 'it has a name that no label has';
  if (isOfOtherKind(view, best)) return 'it is of another kind than the column';
  if (best.column < NAMED && isOfOtherHead(view, quantity, best))
    return 'it is of a measure that the table does not have';
  if (isOfPartOfColumn(view, quantity, best)) return 'it is of a part of what the column is of';
  if (OF_THEM_ALL.test(sentenceBehind(view, quantity))) return 'it is a part of what was said before';
  if (isAlongIt(view, quantity)) return 'it is a part of what the cell says, or a place in it';
  if (VARIES.test(clauseBefore(view, quantity))) return 'it says how much it varies';
  if (isOfItsPart(view, quantity, best)) return 'it is of something that belongs to the row';
  return undefined;
}

/** `A random baseline has 25.0`, where no row is named. */
const NO_ROW =
  /(?<!\p{L})(?:baselines?|humans?|people|annotators|experts|others?|previous|prior|earlier|existing|competitors?|counterparts?|chance|random(?:ly)?|guess(?:ing|es)?)(?!\p{L})/iu;

/** `varies by 0.85`: how much, not what. */
const VARIES =
  /(?<!\p{L})(?:var(?:y|ies|ied|ying)|fluctuat\p{L}+|deviat\p{L}+|oscillat\p{L}+|scatter\p{L}*)\sby\s(?:about\s|up\sto\s|[~≈])?$/iu;

/** In characters. */
const NEAR = 40;
const STATISTIC =
  /(?<!\p{L})(medians?|quartiles?|quantiles?|percentiles?|standard errors?|standard deviations?|margins? of error|confidence intervals?|interquartile|odds|hazards?)(?!\p{L})/iu;

const STATISTIC_IN_SHORT = /(?<![\p{L}\d])(SE|SEM|SD|IQR|CI|MAD|RSE)(?:\s(?:of|is|was))?\s?[=:]?\s?$/u;

/** `the median flow`, `(SE 0.61`. */
export function isOtherStatistic(view: SentenceView, quantity: Quantity, scoped: ScopedTable): boolean {
  const before = clauseBefore(view, quantity).slice(-NEAR);
  const short = STATISTIC_IN_SHORT.exec(before)?.[1];
  // A caption that says `mean (SE)` does not make it the number that a cell begins with.
  if (short !== undefined) return !scoped.labels.words.isLikeAny(wordsOf(short)[0]!.norm);
  const said = STATISTIC.exec(before)?.[1];
  return said !== undefined && isUnknown(view, said, scoped);
}

const ON_NAME = /^\s(?:on|for|in|at)\s(?:the\s)?(\p{Lu}[\p{L}\d]*(?:[-\s]\p{Lu}[\p{L}\d]*)*)/u;

/** `62.4 on TruthfulQA`, where no column is named. */
function isOnUnknown(view: SentenceView, quantity: Quantity, { scoped, column }: Candidate): boolean {
  const said = column >= NAMED ? undefined : ON_NAME.exec(sentenceBehind(view, quantity))?.[1];
  return said !== undefined && isUnknown(view, said, scoped);
}

const OF_TOTAL =
  /^\s?of\s(?:the\s|its\s|their\s)?(?:[\p{L}\d-]+\s){0,2}?(?:total|whole|sum|all|overall|entire)(?!\p{L})/iu;
const MAKE_UP =
  /(?<!\p{L})(?:ma[dk]es?\sup|making\sup|accounts?\sfor|accounted\sfor|accounting\sfor|constitut\p{L}+|compris\p{L}+)\s(?:\p{L}+\s){0,2}[~≈]?$/iu;

const LIKE = 0.7;
const IS_SHARE =
  /(?<!\p{L})(?:shares?|percent\p{L}*|proportions?|fractions?|contributions?|of total)(?!\p{L})|%\s?of/iu;

const OF_THEM = /^\s?of\s(?:the|all|its|their|our|these|those)\s(?:\p{Ll}+\s)?(\p{L}{3,})/iu;

/** `38.5 % of the pieces`, of which another column says how many there are, or the cell itself does. */
function isShareOfCounted(
  view: SentenceView,
  quantity: Quantity,
  { labels, table }: ScopedTable,
  { column, size }: TableNumber,
): boolean {
  const noun = OF_THEM.exec(sentenceBehind(view, quantity))?.[1];
  if (noun === undefined || IS_SHARE.test(table.columns[column]!.header)) return false;
  if (size > 100) return true;
  const norm = wordsOf(noun)[0]!.norm;
  const stats = columnStats(table);
  return labels.measures.some(
    other =>
      other !== column &&
      !stats[other]!.percent &&
      stats[other]!.decimals === 0 &&
      wordsOf(table.columns[other]!.header).some(word => likeness(word.norm, norm) >= LIKE),
  );
}

/** `29.6 % of the total`, `make up 30 %`, where no column is named. */
const isShareOfTotal = (
  view: SentenceView,
  quantity: Quantity,
  { scoped, number, column }: Candidate,
): boolean =>
  quantity.unit === '%' &&
  (isShareOfCounted(view, quantity, scoped, number) ||
    (column < NAMED && OF_TOTAL.test(sentenceBehind(view, quantity))) ||
    (!IS_SHARE.test(scoped.table.columns[number.column]!.header) &&
      MAKE_UP.test(clauseBefore(view, quantity))));

const UNIT_BEHIND = /^\s?(\p{L}{2,5})(?!\p{L})/u;

/** `11.98 MWh` where the column is in GWh: a unit that we can't convert, but can tell to be another one of its kind. */
function isInOtherUnit(
  { reading, sentence }: SentenceView,
  { end }: Quantity,
  { scoped, number }: CellNumberRef,
): boolean {
  const { unit } = scoped.table.columns[number.column]!;
  const own = UNIT_BEHIND.exec(reading.block.text.slice(end, sentence.end))?.[1];
  return own !== undefined && own !== unit && unit.length > 2 && own.slice(-2) === unit.slice(-2);
}

const LONGER = /^-\p{Lu}/u;
const WITH_VERSION = /^\s\d+(?:\.\d+)+\s\p{Ll}/u;

/** `MMLU-Pro` is no mention of the column `MMLU`, nor `RoBERTa-Large` or `RoBERTa 2.1` of the row `RoBERTa`. */
export function isLongerName(
  view: SentenceView,
  quantity: Quantity,
  { scoped, number }: CellNumberRef,
): boolean {
  const { words, block } = view.reading;
  const isLonger = (axis: 'row' | 'column', id: number): boolean => {
    const own = view.mentionsOf(scoped.table, axis, id, NAMED);
    return (
      own.length > 0 &&
      own.every(({ words: at }) => {
        const { end } = words[at.at(-1)!]!;
        const behind = block.text.slice(end);
        return (
          LONGER.test(behind) || (axis === 'row' && end + 1 !== quantity.start && WITH_VERSION.test(behind))
        );
      })
    );
  };
  return isLonger('row', number.row) || isLonger('column', number.column);
}

const FOR_BEHIND =
  /^\s(?:for|by|from)\s(?:an?\s|the\s|its\s|their\s)?((?:[\p{L}-]+\s?){1,3}?)(?=[.,;:)]|$|\s(?:and|but|while|which|that|on|in|at|with)\s)/iu;

/** `0.500 for a coin flip`. */
function isOfWhatFollows(view: SentenceView, quantity: Quantity, scoped: ScopedTable): boolean {
  const said = FOR_BEHIND.exec(sentenceBehind(view, quantity))?.[1];
  return said !== undefined && isUnknown(view, said, scoped);
}

/** In brackets right behind, or `of`: `VITS (4.18)`, `a revenue of $12,392`. */
const OWN_NUMBER = /^(?:[’']s)?\s?(?:\(|of\s)[$€£~≈]?$/u;

/** Each mention of the row is followed by a number that is another one: `gets 4.15, below VITS (4.18)`. */
export function hasOwnNumber(
  view: SentenceView,
  quantity: Quantity,
  { scoped, number }: CellNumberRef,
): boolean {
  const { words, block } = view.reading;
  const naming = view.mentionsOf(scoped.table, 'row', number.row, NAMED);
  return (
    naming.length > 0 &&
    naming.every(({ words: at }) => {
      const { end } = words[at.at(-1)!]!;
      return view.sentence.quantities.some(
        other =>
          other !== quantity && other.start >= end && OWN_NUMBER.test(block.text.slice(end, other.start)),
      );
    })
  );
}

const OTHER_NAME = /[,;]\s(?:and\s|while\s|but\s|the\s)*(\p{Ll}{3,})\s$/u;

/** `A reaches 49.1, people 89.8`: the number has a name of its own. */
function hasOtherName(view: SentenceView, quantity: Quantity, scoped: ScopedTable): boolean {
  const said = OTHER_NAME.exec(sentenceBefore(view, quantity))?.[1];
  if (
    said === undefined ||
    /(?:ing|ly|ed)$|^(?:against|versus|from|with|over|than|under|near|about|around|only|just|still|almost|even|also|then|both|was|were|has|had|not)$/.test(
      said,
    )
  )
    return false;
  const isSecond = view.sentence.quantities.some(({ end, noClaim }) => end < quantity.start && !noClaim);
  return isSecond && isUnknown(view, said, scoped);
}

const QUALIFIED =
  /(?:^|\s)(?:the|an?)\s(\p{Ll}[\p{Ll}-]*(?:ed|ing|zen|ken|ilt|own|orn))\s$|^(?!\p{L}+(?:ly|ing)\s)([\p{L}-]{4,})\s$/iu;
/** What is said of a thing without making it another one. */
const NO_OTHER =
  /^(?:(?:well|widely|commonly|so|best|top|high|low|strong|better|worst)-?\p{L}*-\p{L}+|proposed|called|named|winning|leading|competing|remaining|corresponding|resulting|existing|following|preceding|mentioned|published|underlying|outstanding|promising|surprising|striking|celebrated|popular|supervised|unsupervised|learned|given|said|used|selected|chosen|tested|compared|considered|evaluated|studied|examined|observed|known|unknown|shown|own|however|unlike|despite|although|whereas|while|since|because|meanwhile|thus|hence|moreover|furthermore|therefore|besides|instead|plain|vanilla|original|standard|simple|basic|mere|pure|single|full|whole|entire|today|compared|among|between|both|overall|after|before|from|with|without|dominating|interesting|challenging|demanding|performing)$/iu;

/** `The instruction-tuned Borage-8B`, `Recycled NMC622`, where a label has no such word. */
function isQualified(view: SentenceView, { scoped, number }: CellNumberRef): boolean {
  const { words, block } = view.reading;
  const naming = view.mentionsOf(scoped.table, 'row', number.row, NAMED);
  return (
    naming.length > 0 &&
    naming.every(({ words: at }) => {
      const match = QUALIFIED.exec(block.text.slice(view.sentence.start, words[at[0]!]!.start));
      const said = match?.[1] ?? match?.[2];
      return said !== undefined && !NO_OTHER.test(said) && isUnknown(view, said, scoped);
    })
  );
}

const PART_OF =
  /(?<!\p{L})(?:subsets?|portion|part|slice|split|section|subsample|rest|remainder)\sof\s(?:the\s)?$/iu;

/** `The STEM subset of MMLU`. */
function isOfPartOfColumn(
  view: SentenceView,
  quantity: Quantity,
  { scoped, number }: CellNumberRef,
): boolean {
  const { words, block } = view.reading;
  const naming = view.mentionsOf(scoped.table, 'column', number.column, NAMED);
  return (
    naming.length > 0 &&
    naming.every(({ words: at }) => {
      const { start } = words[at[0]!]!;
      return start < quantity.start && PART_OF.test(block.text.slice(view.sentence.start, start));
    })
  );
}

const OTHER_KIND =
  /(?<!\p{L})(theoretical|nominal|rated|guaranteed|permitted|required|desired|planned|expected|predicted|estimated|projected|calculated|simulated|hypothetical|adjusted|corrected|standardi[sz]ed|normali[sz]ed|smoothed|cumulative|annual|daily|monthly|weekly|hourly|peak|residual|initial|perceived)\s$/iu;

/** `The theoretical capacity`, where the column is no more than a capacity. */
function isOfOtherKind(view: SentenceView, { scoped, number }: CellNumberRef): boolean {
  const { words, block } = view.reading;
  const naming = view.mentionsOf(scoped.table, 'column', number.column, NAMED);
  return (
    naming.length > 0 &&
    naming.every(({ words: at }) => {
      const said = OTHER_KIND.exec(block.text.slice(view.sentence.start, words[at[0]!]!.start))?.[1];
      return said !== undefined && isUnknown(view, said, scoped);
    })
  );
}

const HEAD = /(?:^|[-\s])(\p{Ll}{4,})\s(?:is|was)\s(?:only\s|just\s|about\s|[~≈])?$/iu;
const CLAUSE = 48;

/** `First-cycle efficiency is 89.1 %`: what is measured stands right before the verb. */
function isOfOtherHead(view: SentenceView, quantity: Quantity, { scoped }: Candidate): boolean {
  const before = clauseBefore(view, quantity);
  const said = before.length > CLAUSE ? undefined : HEAD.exec(before)?.[1];
  return said !== undefined && isUnknown(view, said, scoped);
}

/** `11,700 of them stopped`. */
const OF_THEM_ALL = /^\s?of\s(?:them|these|those|whom)(?!\p{L}|\s\p{L}+s(?!\p{L}))/iu;

const PORTION = /(?<!\p{L})(?:first|last|upper|lower|uppermost|lowest|final|remaining|other)\s$/iu;
const OF_WHOLE = /^\sof\s(?:the|its|their|this|that)(?!\p{L})/iu;
const INCLUDES =
  /(?<!\p{L})(?:includ(?:es?|ed|ing)|contain(?:s|ed|ing)?|compris(?:es?|ed|ing))\s(?:about\s|[~≈])?$/iu;
const SETTING =
  /^(?:at|for|from|beyond|above|below|under)\s(?:an?\s|the\s)?(?:\p{L}+\s){1,3}of\s(?:about\s|[~≈])?$/iu;

/** `the first 61.3 m of the depth`, `At a depth of 118.6 m A met clay`. */
function isAlongIt(view: SentenceView, quantity: Quantity): boolean {
  const before = clauseBefore(view, quantity);
  if (INCLUDES.test(before) || SETTING.test(before)) return true;
  return PORTION.test(before) && OF_WHOLE.test(sentenceBehind(view, quantity));
}

const OF =
  /(?<!\p{L})(\p{L}[\p{L}-]+)\s(?:of|at|in|from|for|to|beside|near|behind|under|above)\s(?:the\s|an?\s)?$/iu;
/** `Patients under A who walked`. */
const OF_WHICH = /^,?\s(?:who|whose)\s/iu;
const POSSESSED = /^[’']s?\s(?:\p{L}+\s)?(\p{L}[\p{L}-]+)(?!\p{L})/iu;
/** `One sample of`, `Each well in`. */
const ONE_OF =
  /(?<!\p{L})(?:one|each|every|another|any|some|two|three|four|five|several|a few|most|half)\s(?:of\sthe\s)?(?:\p{L}+\s)?\p{L}+\s(?:of|at|in|from)\s(?:the\s)?$/iu;
/** What is done with a thing, or how it comes, is no part of it. */
const NO_PART =
  /^(?:points?|percent|ones?|that|those|these|this|gaps?|differences?|improvements?|gains?|increases?|decreases?|drops?|loss(?:es)?|margins?|changes?|us(?:e|age)|addition|introduction|combination|application|inclusion|integration|removal|absence|presence|version|variant|setting|configuration|output|capability|ability|effectiveness|effect|impact|help|advantage|superiority|choice|adoption|implementation|terms?|favou?r|case|instance|exception|experiments?|predictions?|accuracy|scores?|values?|numbers?|figures?|rates?|levels?|counts?|percentages?|shares?|proportions?|majority|average|mean|total|sum|rest|top|end|start|basis|result|performance|quality|power|\p{L}+(?:ing|ed|ly))$/iu;

/** `the pump of North hangs at`, `North's side shaft`, some of what it is. */
function isOfItsPart(view: SentenceView, quantity: Quantity, { scoped, number }: CellNumberRef): boolean {
  const { words, block } = view.reading;
  const isPart = (noun: string | undefined): boolean =>
    noun !== undefined && !NO_PART.test(noun) && isUnknown(view, wordsOf(noun)[0]!.norm, scoped);
  const naming = view
    .mentionsOf(scoped.table, 'row', number.row, NAMED)
    .filter(({ words: at }) => words[at[0]!]!.end <= quantity.start);
  return (
    naming.length > 0 &&
    naming.every(({ words: at }) => {
      const before = block.text.slice(view.sentence.start, words[at[0]!]!.start);
      const behind = block.text.slice(words[at.at(-1)!]!.end, quantity.start);
      return (
        ONE_OF.test(before) ||
        OF_WHICH.test(behind) ||
        isPart(OF.exec(before)?.[1]) ||
        isPart(POSSESSED.exec(behind)?.[1])
      );
    })
  );
}
