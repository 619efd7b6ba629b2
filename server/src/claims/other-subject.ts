import { type Candidate, NAMED } from './candidates.ts';
import type { Quantity } from './quantity.ts';
import type { ScopedTable } from './scoped.ts';
import type { SentenceView } from './view.ts';
import { isCommon, isPale, wordsOf } from './words.ts';

/*
 * A sentence may name row and column and yet speak of something else: of what would be, of another season, of a part of what the
 * row is, of another statistic. Closed classes of words only.
 */

const CLAUSE_START = /[;:]|,\s(?:while|whereas|but|although|though|and|which|where)\s/giu;

/** The number's clause up to it. */
function clauseBefore({ reading, sentence }: SentenceView, quantity: Quantity): string {
  const before = reading.block.text.slice(sentence.start, quantity.start);
  const from = Math.max(
    0,
    ...[...before.matchAll(CLAUSE_START)].map(({ index, 0: mark }) => index + mark.length),
  );
  return before.slice(from);
}

const behind = ({ reading, sentence }: SentenceView, quantity: Quantity): string =>
  reading.block.text.slice(quantity.unitEnd, sentence.end);

const WOULD = /^[^,;:.()]{0,40}\s(?:would|should|might)(?!\p{L})/iu;
const NOT_YET =
  /(?<!\p{L})(?:would|should|might|may|shall|will|(?:is|are|was|were|be|been|had|has|have|we|they|I)\s(?:\p{L}+ly\s)?(?:planned|expected|predicted|projected|forecast|supposed|meant|intended|hoped|aimed))(?!\p{L})/iu;

/** `with the new pump it would give 23.4 l/s`: what is not, or not yet. */
export const isHypothetical = (view: SentenceView, quantity: Quantity): boolean =>
  NOT_YET.test(clauseBefore(view, quantity)) || WOULD.test(behind(view, quantity));

const VARIES =
  /(?<!\p{L})(?:var(?:y|ies|ied|ying)|fluctuat\p{L}+|deviat\p{L}+|oscillat\p{L}+|scatter\p{L}*)\sby\s(?:about\s|up\sto\s|[~≈])?$/iu;

/** `varies by 0.85`: how much, not what. */
export const saysSpread = (view: SentenceView, quantity: Quantity): boolean =>
  VARIES.test(clauseBefore(view, quantity));

/** In characters. */
const NEAR = 40;
const STATISTIC =
  /(?<!\p{L})(medians?|quartiles?|quantiles?|percentiles?|standard errors?|standard deviations?|margins? of error|confidence intervals?|interquartile)(?!\p{L})/iu;

/** `the median flow`: another statistic than the table's, of which no label and no title speaks. */
export function isOtherStatistic(view: SentenceView, quantity: Quantity, { scoped }: Candidate): boolean {
  const said = STATISTIC.exec(clauseBefore(view, quantity).slice(-NEAR))?.[1];
  if (said === undefined) return false;
  return !wordsOf(said).some(({ norm }) => view.subject.has(norm) || scoped.labels.words.isLikeAny(norm));
}

const PORTION = /(?<!\p{L})(?:first|last|upper|lower|uppermost|lowest|final|remaining|other)\s$/iu;
const INCLUDES =
  /(?<!\p{L})(?:includ(?:es?|ed|ing)|contain(?:s|ed|ing)?|compris(?:es?|ed|ing))\s(?:about\s|[~≈])?$/iu;
const OF_WHOLE = /^\sof\s(?:the|its|their|this|that)(?!\p{L})/iu;
const SETTING =
  /^(?:at|for|from|beyond|above|below|under)\s(?:an?\s|the\s)?(?:\p{L}+\s){1,3}of\s(?:about\s|[~≈])?$/iu;

/** `the first 61.3 m of the depth`, `At a depth of 118.6 m North met clay`: a part, or a place, of what the cell says. */
export const isAlongIt = (view: SentenceView, quantity: Quantity): boolean =>
  (PORTION.test(clauseBefore(view, quantity)) && OF_WHOLE.test(behind(view, quantity))) ||
  INCLUDES.test(clauseBefore(view, quantity)) ||
  SETTING.test(clauseBefore(view, quantity));

const SEASON =
  /(?<!\p{L})(?:(?:[Ii]n|[Dd]uring|of|[Ss]ince|[Uu]ntil|by|each|every)\s(?:the\s|early\s|late\s|mid-?)*(spring|summer|autumn|winter|January|February|March|April|May|June|July|August|September|October|November|December)|(?:on|every|each)\s(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)s?|(?:[Nn]ext|[Ll]ast|previous|following|coming)\s(year|month|week|season|day|quarter|decade|spring|summer|autumn|winter))(?!\p{L})/gu;

const BEFORE_THAT = /^(?:Before|Until|Prior to)\s(?:the\s|its\s|their\s|our\s)?(\p{Ll}{3,})/u;

/** `in spring`, `next year`, `Before the repair`, where neither the table nor the title knows of that. */
export function isOfOtherTimeOfYear({ text, subject }: SentenceView, { scoped }: Candidate): boolean {
  const said = [...text.matchAll(SEASON)].map(match => (match[1] ?? match[2] ?? match[3])!);
  const before = BEFORE_THAT.exec(text)?.[1];
  return [...said, ...(before ? [before] : [])].some(word => {
    const { norm } = wordsOf(word)[0]!;
    return !subject.has(norm) && !scoped.labels.words.isLikeAny(norm);
  });
}

const OF =
  /(?<!\p{L})(\p{L}[\p{L}-]+)\s(?:of|at|in|from|for|to|beside|near|behind|under|above)\s(?:the\s|an?\s)?$/iu;
const POSSESSED = /^[’']s?\s(?:\p{L}+\s)?(\p{L}[\p{L}-]+)(?!\p{L})/iu;
/** `One sample of`, `Each well in`. */
const ONE_OF =
  /(?<!\p{L})(?:one|each|every|another|any|some|two|three|four|five|several|a few|most|half)\s(?:of\sthe\s)?(?:\p{L}+\s)?\p{L}+\s(?:of|at|in|from)\s(?:the\s)?$/iu;
/** What is done with a thing, or how it comes, is no part of it. */
const NO_PART =
  /^(?:us(?:e|age|ing)|add(?:ition|ing)|introduction|combination|application|inclusion|integration|removal|absence|presence|version|variant|setting|configuration|output|capability|ability|effectiveness|effect|impact|help|advantage|superiority|choice|training|adoption|implementation|terms?|favou?r|case|instance|exception|experiments?|predictions?|improvements?|gains?|accuracy|scores?|values?|numbers?|figures?|rates?|levels?|counts?|percentages?|shares?|proportions?|majority|average|mean|total|sum|rest|top|end|start|basis|result|performance|quality|help|power)$/iu;

/** `the pump of North hangs at`, `North's side shaft`: something that belongs to the row, which neither table nor title knows. */
export function isOfItsPart(view: SentenceView, quantity: Quantity, { scoped, number }: Candidate): boolean {
  const { words, block } = view.reading;
  const isPart = (noun: string | undefined): boolean => {
    if (noun === undefined || NO_PART.test(noun)) return false;
    const { norm, numeric } = wordsOf(noun)[0]!;
    if (numeric || isCommon(norm) || isPale(norm) || view.subject.has(norm)) return false;
    return !scoped.labels.words.isLikeAny(norm) && !/(?:ing|ed|ly)$/.test(norm);
  };
  const naming = view
    .naming(scoped.table)
    .mentions.filter(
      ({ label, quality, words: at }) =>
        label.axis === 'row' &&
        label.ids.includes(number.row) &&
        quality >= NAMED &&
        words[at[0]!]!.end <= quantity.start,
    );
  return (
    naming.length > 0 &&
    naming.every(({ words: at }) => {
      const before = block.text.slice(view.sentence.start, words[at[0]!]!.start);
      const behind = block.text.slice(words[at.at(-1)!]!.end, quantity.start);
      return ONE_OF.test(before) || isPart(OF.exec(before)?.[1]) || isPart(POSSESSED.exec(behind)?.[1]);
    })
  );
}

const BY_OTHERS =
  /(?<!\p{L})(?:(?:authors?|paper|appendix|abstract|supplement)\s(?:\p{L}+\s)?(?:reports?|states?|gives?|claims?|lists?|says?|has|have)|in (?:the|its|their) (?:appendix|abstract|supplement\p{L}*|introduction)|the original \p{L}+(?:\s\p{L}+)? (?:paper|report|study|article)|(?:in )?(?:our|my) own (?:runs?|experiments?|replications?|reproductions?|tests?|measurements?)|(?:a|the|our|their) (?:replication|reproduction|re-?run))(?!\p{L})/iu;

/** `The authors report`, `in our own run`: a number from beside the table. */
export const isByOthers = ({ text }: SentenceView): boolean => BY_OTHERS.test(text);

const RUN =
  /(?<!\p{L})(?:best|worst|first|second|third|last|single|luckiest|unluckiest|one|each|every)\s(?:\p{L}+\s)?(?:seeds?|runs?|folds?|trials?|attempts?|checkpoints?|epochs?|samples?)(?!\p{L})/iu;

/** `the best seed of A`: one of many of which the table has the mean. */
export function isOfOneRun({ text, subject }: SentenceView, { scoped }: Candidate): boolean {
  const said = RUN.exec(text)?.[0];
  if (said === undefined) return false;
  const { norm } = wordsOf(said).at(-1)!;
  return !subject.has(norm) && !scoped.labels.words.isLikeAny(norm);
}

const AMOUNT =
  /(?<!\p{L})(?:with|at|using|from|on|in)\s(?:an?\s|the\s|only\s|just\s)?(?:(?:\d[\d.,]*\s|half\s|a third\s|a quarter\s|a tenth\s|twice\s|two\s|three\s|five\s|ten\s)(?:of\s)?(?:the\s|as\s)?(\p{L}{3,})|(\p{L}{3,})\s(?:size|length|rate|level|strength|temperature|budget)\s(?:of\s)?\d)/giu;

/** `With 5 shots`, `at batch size 8`: a condition with an amount that no label knows. */
export function saysAmount({ text, subject }: SentenceView, { scoped }: Candidate): boolean {
  return [...text.matchAll(AMOUNT)].some(match => {
    const { norm } = wordsOf((match[1] ?? match[2])!)[0]!;
    return !isCommon(norm) && !isPale(norm) && !subject.has(norm) && !scoped.labels.words.isLikeAny(norm);
  });
}

const WHEN =
  /^[^.;:()]{0,40}\s(?:when|if|once|unless|as long as|as soon as)\s(?:\p{L}+\s){0,3}?(\p{L}{3,})/iu;

/** `drops to 44.6 when the pairs are noisy`. */
export function isWhen(view: SentenceView, quantity: Quantity, { scoped }: Candidate): boolean {
  const said = WHEN.exec(behind(view, quantity))?.[1];
  return said !== undefined && !scoped.labels.words.isLikeAny(wordsOf(said)[0]!.norm);
}

const OTHER_NAME = /[,;]\s(?:and\s|while\s|but\s|the\s)*(\p{Ll}{3,})\s$/u;

/** `A reaches 49.1, people 89.8`: the number has a name of its own. */
export function hasOtherName(view: SentenceView, quantity: Quantity, { scoped }: Candidate): boolean {
  const { reading, sentence, subject } = view;
  const said = OTHER_NAME.exec(reading.block.text.slice(sentence.start, quantity.start))?.[1];
  if (said === undefined || /(?:ing|ly|ed)$/.test(said)) return false;
  if (!sentence.quantities.some(({ end, noClaim }) => end < quantity.start && !noClaim)) return false;
  const { norm } = wordsOf(said)[0]!;
  return !isCommon(norm) && !isPale(norm) && !subject.has(norm) && !scoped.labels.words.isLikeAny(norm);
}

/** `MMLU-Pro` is no mention of the column `MMLU`, nor `RoBERTa-Large` of the row `RoBERTa`. */
export function isLongerName(view: SentenceView, { scoped, number }: Candidate): boolean {
  const { words, block } = view.reading;
  const { mentions } = view.naming(scoped.table);
  const isLonger = (axis: 'row' | 'column', id: number): boolean => {
    const own = mentions.filter(
      ({ label, quality }) => label.axis === axis && label.ids.includes(id) && quality >= NAMED,
    );
    return (
      own.length > 0 &&
      own.every(({ words: at }) => /^-\p{Lu}/u.test(block.text.slice(words[at.at(-1)!]!.end)))
    );
  };
  return isLonger('row', number.row) || isLonger('column', number.column);
}

const FIRST =
  /^(With|Without|Using|Under|Before|On|In|At|For|During|Within|Among|From)\s([^,;:.()\d]{3,60}?)(?:,\s|\s(?=(?:the|its|their|a|an)\s)|$)/u;
/** Words of papers and reports in which a number is said, not under which it holds. */
const GENERIC =
  /^(?:experiments?|evaluations?|tables?|figures?|sections?|results?|comparisons?|addition|contrast|particular|general|brief|conclusion|essence|principle|theory|total|summary|terms?|cases?|settings?|papers?|stud(?:y|ies)|works?|analys[ie]s|practice|fact|examples?|instances?|tests?|line|short|sum|all|both|detail|report|order|turn|end|average|tasks?|datasets?|metrics?|measures?|benchmarks?|models?|methods?|approach(?:es)?|systems?|performance|contribution|best|our|these|this|most|least)$/iu;

/** `Without the margin term, A falls to 50.6`, `On a harder split, …`: the sentence begins with a condition that no label has. */
export function beginsElsewhere(view: SentenceView, quantity: Quantity, { scoped }: Candidate): boolean {
  const before = view.reading.block.text.slice(view.sentence.start, quantity.start);
  const { words } = view.reading;
  const first = view
    .naming(scoped.table)
    .mentions.filter(({ label, quality }) => label.axis === 'row' && quality >= NAMED)
    .map(({ words: at }) => words[at[0]!]!.start - view.sentence.start)
    .filter(at => at > 0);
  const stretch = before.slice(0, Math.min(before.length, ...first)).trimEnd();
  const said = FIRST.exec(stretch.endsWith(',') ? `${stretch} ` : stretch)?.[2];
  if (said === undefined) return false;
  const content = wordsOf(said).filter(({ norm, numeric }) => !numeric && !isCommon(norm) && !isPale(norm));
  if (content.length === 0 || wordsOf(said).some(({ norm }) => GENERIC.test(norm))) return false;
  return content.every(({ norm }) => !view.subject.has(norm) && !scoped.labels.words.isLikeAny(norm));
}

const ON_NAME = /^\s(?:on|for|in|at)\s(?:the\s)?(\p{Lu}[\p{L}\d]*(?:[-\s]\p{Lu}[\p{L}\d]*)*)/u;

/** `62.4 on TruthfulQA`, where no column is named: a measure that the table does not have. */
export function isOnUnknown(view: SentenceView, quantity: Quantity, { scoped, column }: Candidate): boolean {
  const said = column >= NAMED ? undefined : ON_NAME.exec(behind(view, quantity))?.[1];
  if (said === undefined) return false;
  return wordsOf(said).every(({ norm }) => !view.subject.has(norm) && !scoped.labels.words.isLikeAny(norm));
}

const OF_TOTAL = /^\s?of\s(?:the\s|its\s|their\s)?(?:total|whole|sum|all|overall|entire)(?!\p{L})/iu;
const AVERAGE_OF_MORE =
  /(?<!\p{L})(national|nation-wide|country-wide|regional|statewide|global|worldwide|international|European|federal|industry|sector)(?!\p{L})/iu;

/** `29.6 % of the total`, where no column is named: a share that the table does not have. */
export const isShareOfTotal = (view: SentenceView, quantity: Quantity, { column }: Candidate): boolean =>
  quantity.unit === '%' && column < NAMED && OF_TOTAL.test(behind(view, quantity));

/** `the national mean`: of more than the table has. */
export function isOfMore(view: SentenceView, quantity: Quantity, scoped: ScopedTable): boolean {
  const said = AVERAGE_OF_MORE.exec(clauseBefore(view, quantity))?.[1];
  if (said === undefined) return false;
  const { norm } = wordsOf(said)[0]!;
  return !view.subject.has(norm) && !scoped.labels.words.isLikeAny(norm);
}

const UNIT_BEHIND = /^\s?(\p{L}{2,5})(?!\p{L})/u;

/** `11.98 MWh` where the column is in GWh: a unit that we can't convert, but can tell to be another one of its kind. */
export function isInOtherUnit(
  view: SentenceView,
  quantity: Quantity,
  { scoped, number }: Candidate,
): boolean {
  const { unit } = scoped.table.columns[number.column]!;
  const own = UNIT_BEHIND.exec(behind(view, { ...quantity, unitEnd: quantity.end }))?.[1];
  return own !== undefined && own !== unit && unit.length > 2 && own.slice(-2) === unit.slice(-2);
}
