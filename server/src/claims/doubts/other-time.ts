import { isUnknownWord } from '../clause.ts';
import type { ScopedTable } from '../scoped.ts';
import type { SentenceView } from '../view.ts';
import { wordsOf } from '../words.ts';

const SEASON =
  /(?<!\p{L})(?:(?:[Ii]n|[Dd]uring|of|[Ss]ince|[Uu]ntil|by|each|every)\s(?:the\s|early\s|late\s|mid-?)*(spring|summer|autumn|winter|January|February|March|April|May|June|July|August|September|October|November|December)|(?:on|every|each)\s(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)s?|(?<!over\sthe\s)(?:[Nn]ext|[Ll]ast|previous|following|coming)\s(year|month|week|season|day|quarter|decade|spring|summer|autumn|winter))(?!\p{L})/gu;
const LATER =
  /(?<!\p{L})(?:after|within|by|at)\s(?:an?|one|two|three|four|six|ten|twelve|\d+)\s(hours?|days?|weeks?|months?|years?|decades?|epochs?|rounds?)(?!\p{L})/giu;
/** `At week 4` */
const AT_NUMBERED =
  /(?<!\p{L})(?:at|by|in|on|after|until|through)\s(hour|day|week|month|year|quarter|visit|epoch|round|session|wave)\s\d+(?![\d.%])/giu;
/** `nine months later`, `in the second year` */
const ON =
  /(?<!\p{L})(?:[\p{L}\d]+\s(hours?|days?|weeks?|months?|years?|decades?)\s(?:later|earlier|afterwards?|before that)|(?:in|during|by|after)\s(?:the|its|their)\s(?:first|second|third|fourth|fifth|final|last)\s(years?|months?|weeks?|days?|half|quarters?|seasons?|decades?|phases?|waves?|sessions?|hours?))(?!\p{L})/giu;
/** `for the year before the test` */
const AROUND =
  /(?<!\p{L})the\s(hour|day|week|month|year|decade|season)\s(?:before|after|preceding|following)\s(?:the|its|their|that)(?!\p{L})/giu;
/** `now has`, `originally had`. */
const NOW =
  /(?<!\p{L})(now|today|currently|nowadays|originally|initially|at first|at the time|by then|since then)\s(?:has|have|had|stands?|stood|reache[sd]|gets?|got|is|was|are|were|scores?d?)(?!\p{L})/iu;
const BEFORE_THAT = /^(?:Before|Until|Prior to)\s(?:the\s|its\s|their\s|our\s)?(\p{Ll}{3,})/u;

/** `in spring`, `next year`, `After a year`, `Before the repair`. */
export function isOfOtherTime(view: SentenceView, scoped: ScopedTable): boolean {
  const said = [SEASON, LATER, AT_NUMBERED, AROUND, ON].flatMap(pattern =>
    [...view.text.matchAll(pattern)].map(([, ...words]) => words.find(word => word !== undefined)!),
  );
  const ordinal = ORDINAL.exec(view.text)?.[1]?.toLowerCase();
  if (ordinal !== undefined && isNoPlace(view, ordinal, scoped)) return true;
  if (NOW.test(view.text)) return true;
  const before = BEFORE_THAT.exec(view.text)?.[1];
  // Not as other words: May is one that everybody uses.
  return [...said, ...(before ? [before] : [])].some(word =>
    isUnknownWord(view, wordsOf(word)[0]!.norm, scoped),
  );
}

const PLACES = ['first', 'second', 'third', 'fourth', 'fifth'];
const ORDINAL =
  /(?:^|[,;]\s)(?:in|during)\s(?:the|its|their)\s(first|second|third|fourth|fifth)\s(?:years?|months?|weeks?|days?|half|quarters?|seasons?|decades?|phases?|waves?|sessions?)(?!\p{L})/iu;

/** `In the second year`, where no label says `second` or `2`. */
const isNoPlace = (view: SentenceView, ordinal: string, scoped: ScopedTable): boolean =>
  isUnknownWord(view, wordsOf(ordinal)[0]!.norm, scoped) &&
  !scoped.labels.words.hasNumber(String(PLACES.indexOf(ordinal) + 1));
