import type { FoundNumber } from './find-numbers.ts';
import {
  AT_LEAST,
  AT_MOST,
  AVERAGES,
  CHANGE_NOUNS,
  CHANGE_VERBS,
  COMPARATIVES,
  GIVES_OR_TAKES,
  HEDGES,
  TOTALS,
} from './lexicon.ts';
import type { Quantity } from './quantity.ts';

/** What the words around a number say of it. */
export type Reading = Pick<Quantity, 'approximate' | 'bound' | 'role' | 'changeKind' | 'aggregate'>;

const EDGE = '(?<![\\p{L}\\p{N}]|(?:below|above|than)-)';
const ONLY = `(?:only|just|merely|even|further|another|an?|the|some|additional|up to|${HEDGES}|${AT_LEAST}|${AT_MOST})`;
const LEAD = `(?:${ONLY}\\s+)*[~∼≈≃<>≤≥+−-]?\\s?$`;

const HEDGED = new RegExp(`(?:${EDGE}(?:${HEDGES})\\s*|[~∼≈≃])(?:an?\\s+|the\\s+)?[+−-]?$`, 'iu');
const HEDGED_AFTER = /^\s?(?:or so|or thereabouts|on average|-ish)\b/;
const LEAST = new RegExp(
  `(?:${EDGE}(?:${AT_LEAST}|(?:(?:and|has|have|had)\\s)?(?:passed|topped|crossed)|(?:and|has|have|had)\\s(?:surpassed|exceeded))\\s*(?:the\\s+|an?\\s+)?|[>≥]\\s?)$`,
  'iu',
);
const MOST = new RegExp(`(?:${EDGE}(?:${AT_MOST})\\s*(?:the\\s+|an?\\s+)?(?:[±])?|[<≤]\\s?)$`, 'iu');
/** `by 13.6 % up to 71.5 %`: where it came to. */
const UP_FROM_THERE =
  /(?:\d|%|points?|go(?:es|ing)?|went|gone|ris(?:es?|ing|en)|rose|climb(?:s|ed|ing)?|ramp(?:s|ed)?|increas(?:es?|ed|ing)|grow(?:s|n|ing)?|grew)\sup\sto\s$/iu;
const OR_MORE = /^\s?(?:or more|and above|or higher|or greater|and more|\+(?![\d.]))/;
const OR_LESS = /^\s?(?:or less|or fewer|and below|or lower)/;

const NOUN_OF = new RegExp(
  `${EDGE}(?:${CHANGE_NOUNS})\\s+(?:(?:of|in|over|on)\\s+[^.;,]{1,60}\\s)?(?:of|by)\\s+${LEAD}`,
  'iu',
);
const NOUN_IS = new RegExp(
  `${EDGE}(?:${CHANGE_NOUNS})(?:\\s+(?:of|in|for|between|over|on)\\s[^.;:]{0,90}|\\s+[^.;:,]{0,40})?\\s(?:is|are|was|were|being|amount(?:s|ed)? to|(?:lies?|lay|ranges?|ranged|var(?:y|ies|ied))\\s(?:between|from))\\s+${LEAD}`,
  'iu',
);
/** `the improvement of the error is still big (20 %`. */
const NOUN_IS_SO = new RegExp(
  `${EDGE}(?:${CHANGE_NOUNS})(?![\\p{L}])[^.,;:()\\d]{0,60}\\s(?:is|are|was|were|being|remains?)\\s(?:(?!than\\s)[^.;:()\\d]){1,60}\\(${LEAD}`,
  'iu',
);
const NOUN_COLON = new RegExp(`${EDGE}(?:${CHANGE_NOUNS})(?![\\p{L}])[^.;:]{0,120}:\\s*${LEAD}`, 'iu');
const VERB_BY = new RegExp(
  `${EDGE}(?:${CHANGE_VERBS}|better|worse|higher|lower|more|less|wins?|won|ahead|behind)(?![\\p{L}])(?:w\\.r\\.t\\.|et\\sal\\.|vs\\.|[^.;]|\\.\\d){0,110}?\\bby\\s+(?:an?\\s+(?:\\p{L}+\\s+){0,2}of\\s+)?(?:a\\s+(?:further\\s+)?)?${LEAD}`,
  'iu',
);
/** `trains were down by 4.1 million`. */
const DOWN_BY = new RegExp(`(?<!\\p{L})(?:down|up)\\sby\\s${LEAD}`, 'iu');
/** `The largest gains, 8.6 LAS, are seen for`. */
const NOUN_COMMA = new RegExp(
  `(?:the|an?|its?|largest|smallest)\\s(?:\\p{L}+\\s){0,2}(?:${CHANGE_NOUNS})(?:\\s(?:between|of|to|over|in|for|on|w\\.r\\.t\\.|with respect to|relative to|against)\\s[^,;:.()\\d]{2,40})?,\\s${LEAD}`,
  'iu',
);
/** `The gap, 13.5 points for A, is reduced to 3.5`: what comes of a difference is one. */
const GAP_TO = new RegExp(
  `${EDGE}(?:gaps?|differences?|margins?|deficits?|lead|advantage)(?:\\s(?:between|of|to|over|in|for|on|with)\\s(?:(?!as\\s|when\\s|while\\s|and\\s)[^.;,:()\\s]+\\s?){1,8}?)?(?:,(?:[^.;:()]|\\.\\d){1,90},)?\\s?(?:\\s(?:is|was|are|were|has|had|been|then|thus|further))*\\s?(?:narrow|reduc|shr[iau]nk|widen|gr[oe]w|f[ae]ll|drop|clos|cut|decreas|increas)\\p{L}*\\s(?:down\\s)?to\\s${LEAD}`,
  'iu',
);
/** The words before a number say that it is what is left of a difference. */
export const isLeftOfGap = (before: string): boolean => GAP_TO.test(before);
/** `The increase is smallest in the gulf, 19.2 days`. */
const NOUN_IS_MOST = new RegExp(
  `${EDGE}(?:${CHANGE_NOUNS})\\s(?:is|are|was|were)\\s(?:by far\\s)?(?:smallest|largest|greatest|biggest|highest|lowest|strongest|weakest|steepest)\\s(?:in|for|on|at|among|with)\\s[^,;:.()\\d]{2,40},\\s${LEAD}`,
  'iu',
);
/** What before a number says that it is a change. */
const SAY_CHANGE = [NOUN_OF, NOUN_IS, NOUN_IS_SO, NOUN_COLON, NOUN_COMMA, NOUN_IS_MOST, VERB_BY, GAP_TO];
const DIRECT = new RegExp(
  `${EDGE}(?:improv(?:es?|ed|ing)|increas(?:es?|ed|ing)|(?:re)?gain(?:s|ed|ing)?|drop(?:s|ped|ping)?|los(?:es?|ing)|lost|sav(?:es?|ed|ing)|rose|ris(?:es?|ing)|f[ae]ll(?:s|ing)?|declin(?:es?|ed|ing)|decreas(?:es?|ed|ing)|${GIVES_OR_TAKES}|cost(?:s|ing)(?:\\s(?!of|is|are|was|were|in|for|at|to)[\\p{L}\\d-]+){1,4}?|drops?\\s(?:(?!(?:and|but)\\s)[^.;,()]){2,70}?)\\s+${LEAD}`,
  'iu',
);
/** `gives another 1.85 points`, `Ablating the length token costs 1.91 SARI`. */
const ANOTHER = /(?<!\p{L})(?:another|(?:an\s)?(?:additional|extra)|(?:a\s)?further)\s$/iu;
const REMOVAL_COSTS =
  /(?<!\p{L})(?:ablat|remov|dropp|disabl|replac|omitt|exclud|leav|without|freez|skipp|tak)\p{L}*\s[^.;,()\d]{2,60}\scosts?\s(?:us\s)?(?:about\s|only\s|just\s|another\s|[~≈])?$/iu;
/** `12.7 of the minutes saved`. */
const OF_WHAT_WENT =
  /^\sof\s(?:the|its|their|all)\s(?:\p{L}+\s)?\p{L}+\s(?:saved|lost|gained|added|removed|cut|shed|won)(?!\p{L})/iu;
/** `bring 1.1 and a further 0.7`. */
const AND_FURTHER = /^\s?%?\s(?:and|plus)\s(?:an?\s)?(?:further|another|additional|extra)\s[\d~≈]/iu;
/** `with retrieval improving most (8.2 points)`. */
const VERB_IN_BRACKETS = new RegExp(
  `${EDGE}(?:${CHANGE_VERBS})(?:\\s(?:the\\s)?(?:most|least|more|less|only|slightly|further|again))*\\s\\(${LEAD}`,
  'iu',
);
/** `drops to 21.3`: where it came to, not by how much. */
const UP_TO = /(?<!\p{L}|\bup\s)to\s(?:just\s|only\s|about\s|around\s|nearly\s)?[~≈]?\s?$/iu;
/** `raises the drag by a factor of 3.99`. */
const FACTOR_OF = /(?<!\p{L})factors?\sof\s(?:about\s|around\s|almost\s|nearly\s|roughly\s|over\s|[~≈])?$/iu;
const UP_DOWN = /[↑↓]\s?$/;
const QUALIFIER = `(?:absolute|relative|percentage|percent|points?|pts?|pp|pct|%|[\\p{L}\\p{N}@.-]+\\s+points?|in\\s+absolute\\s+terms)`;
const NOUN_AFTER = new RegExp(
  `^\\s?(?:${QUALIFIER}\\s+)*(?:(?!(?:\\d+|but|while|whereas|although|though|the|an?|its|their|our)\\s)[\\p{L}\\p{N}@/.-]+\\s+){0,3}?(?:${CHANGE_NOUNS})(?![\\p{L}])(?!\\s+(?:rate|function|time|set|ratio|threshold|of\\s+\\d))`,
  'iu',
);
/** `with 17 wins and 8 losses`: how many there were. */
const COUNTED_AFTER =
  /^\s(?:\p{L}+\s)?(?:losses|drops|falls|dips|gains|increases|decreases|declines|rises|reductions|improvements)(?!\p{L})/iu;
/** `5 points higher`, and with what is counted between: `600 seats more`, `0.8 turns faster`. */
const COMPARED_AFTER = new RegExp(
  `^\\s?(?:${QUALIFIER}\\s+)*(?:${COMPARATIVES}|short|apart)(?![\\p{L}])|^\\s(?!(?:and|or|in|on|at|of|to|for|with)\\s)\\p{L}+\\s(?:higher|lower|better|worse|more|less|fewer|faster|slower|shorter|longer|larger|smaller|bigger|older|younger|taller|heavier|lighter|cheaper|wider|deeper)(?![\\p{L}])`,
  'iu',
);
/** `0.06 F1 below it`, `0.9 under ours`. */
const AGAINST_IT =
  /^\s(?:(?!(?:and|or|in|on|at|of|to|for|with)\s)[\p{L}\d@]+\s)?(?:under|below|above|behind|over)\s(?:it|them|that|those|ours?|theirs?)(?!\p{L})/iu;
const MORE_ADJECTIVE = /^\s?(?:more|less|fewer)\s+(?!than\b|or\b)\p{L}+/iu;
const OVER_AFTER =
  /^\s?(?:(?:absolute|relative)\s+)?(?:over|above|below|under|behind|ahead of|(?:compared (?:to|with)|relative to|vs\.?|versus)(?!\s[\d(~≈]))\s/i;
const IS =
  /(?<!\p{L})(?:is|are|was|were|lies?|lay|comes?|came|stands?|stood|finish(?:es|ed)|about|only|just)\s$/iu;
/** `1.3 kilometers after the junction`. */
const BEYOND =
  /^\s(?:\p{L}+\s)?(?:after|before|past|beyond|behind|ahead of|away from|apart from|short of)\s/iu;
/** `54 % as large as the originals`. */
const AS_LARGE = /^\s?as\s\p{L}+\sas\s/iu;
const RELATIVE = /^\s?(?:\([^)]*\)\s*)?(?:relative|rel\.)/i;
const RELATIVE_BEFORE = /\brelative(?:ly)?\s+(?:\p{L}+\s+){0,4}(?:of|by|to)?\s*[~≈+−-]?$/iu;
const ABSOLUTE =
  /^\s?(?:(?:percentage[ -])?(?:absolute|points?|pp\b|pts?\b)|(?:[\p{L}\p{N}@.-]+\s){1,3}points?\b)/iu;
const TIMES =
  /^\s?(?:as|more|faster|slower|higher|lower|larger|smaller|greater|fewer|less|longer|shorter|better|cheaper|the|that|than|increase|speed-?up|reduction|improvement|over|compared|relative)\b/i;

/** `mean-pooling` is a name. */
const MEAN = new RegExp(`${EDGE}(?:${AVERAGES})(?!\\p{L}|-\\p{L})`, 'iu');
const TOTAL = new RegExp(`${EDGE}(?:${TOTALS})(?![\\p{L}])`, 'iu');

const SAID_AFTER = new RegExp(
  `^[^.;]{0,40}?\\b(?:is|was|were|are|being)\\s+(?:[\\p{L}-]+\\s){0,3}?(${AVERAGES}|${TOTALS})(?![\\p{L}])`,
  'iu',
);

const ANY_CHANGE = new RegExp(
  `${EDGE}(?:${CHANGE_NOUNS}|${CHANGE_VERBS}|${COMPARATIVES}|apart|short|wins?|won|costs?|costing|${GIVES_OR_TAKES})(?![\\p{L}])`,
  'iu',
);
const ANY_AGGREGATE = new RegExp(
  `${EDGE}(?:${AVERAGES}|${TOTALS}|in total|in all)(?![\\p{L}])|altogether|overall|combined|together`,
  'iu',
);

/** What a sentence holds at all, found once for all of its numbers. */
export interface SentenceWords {
  readonly changes: boolean;
  readonly aggregates: boolean;
}

export const sentenceWords = (sentence: string): SentenceWords => ({
  changes: ANY_CHANGE.test(sentence),
  aggregates: ANY_AGGREGATE.test(sentence),
});

/** Reads what the sentence around a number makes of it. `from` and `to` are the sentence's offsets in `text`. */
export function readRole(
  text: string,
  from: number,
  to: number,
  number: FoundNumber,
  words: SentenceWords,
): Reading {
  const before = text.slice(Math.max(from, number.start - 160), number.start);
  const after = text.slice(number.unitEnd, Math.min(to, number.unitEnd + 70));
  const near = before.slice(-40);
  return {
    approximate: HEDGED.test(near) || HEDGED_AFTER.test(after),
    bound:
      LEAST.test(near) || OR_MORE.test(after)
        ? 'least'
        : (MOST.test(near) && !UP_FROM_THERE.test(near)) || OR_LESS.test(after)
          ? 'most'
          : undefined,
    role: roleOf(before, after, number, words.changes),
    changeKind:
      RELATIVE.test(after) || RELATIVE_BEFORE.test(before.slice(-60))
        ? 'relative'
        : number.unit === 'point' || ABSOLUTE.test(after)
          ? 'points'
          : undefined,
    aggregate: words.aggregates ? aggregateOf(text.slice(from, number.start), after) : undefined,
  };
}

function roleOf(before: string, after: string, number: FoundNumber, changes: boolean): Quantity['role'] {
  if (number.unit === '×')
    return TIMES.test(after) || (changes && (NOUN_OF.test(before) || VERB_BY.test(before)))
      ? 'ratio'
      : 'value';
  if (FACTOR_OF.test(before) && number.unit === '') return 'ratio';
  if (UP_DOWN.test(before)) return 'change';
  if (changes && SAY_CHANGE.some(pattern => pattern.test(before))) return 'change';
  if (number.unit === '' && number.decimals === 0 && COUNTED_AFTER.test(after)) return 'value';
  if (changes && (NOUN_AFTER.test(after) || COMPARED_AFTER.test(after))) return 'change';
  const measured = number.unit === '%' || number.unit === 'point';
  if (measured && AS_LARGE.test(after)) return 'ratio';
  if (measured && (number.sign > 0 || MORE_ADJECTIVE.test(after) || OVER_AFTER.test(after))) return 'change';
  if (!measured && number.sign === 0 && BEYOND.test(after) && IS.test(before)) return 'change';
  if (number.decimals > 0 && AGAINST_IT.test(after)) return 'change';
  if (DOWN_BY.test(before)) return 'change';
  if (measured && ANOTHER.test(before)) return 'change';
  if (number.unit === 'point' && VERB_IN_BRACKETS.test(before)) return 'change';
  if (OF_WHAT_WENT.test(after)) return 'change';
  if ((measured || number.decimals > 0) && AND_FURTHER.test(after)) return 'change';
  if (changes && number.decimals > 0 && REMOVAL_COSTS.test(before)) return 'change';
  if (changes && DIRECT.test(before) && !UP_TO.test(before) && (measured || number.decimals > 0))
    return 'change';
  return 'value';
}

const CLAUSE_END = /; |, (?:while|whereas|but|for|we|and (?:the|its|a)) /gu;

/** `1,728 in all`, `127 points together`. */
const IN_TOTAL =
  /^\s?(?:overall|(?:(?!and\s|or\s|in\s|is\s|are\s)\p{L}+\s){0,2}(?:in total|altogether|combined|in all|together))(?!\p{L})(?!\s(?:with|of)\s)/iu;
/** At its head it is said of all that the sentence tells. */
const ON_AVERAGE = /^\s*on average\b/iu;
/** `31.5 %, 29.3 % and 81.5 % more, respectively, on average`. */
const ON_AVERAGE_BEHIND =
  /^(?:[^.;,]|\.\d|,(?=\s(?:\d|and\s|respectively\b|on average\b))){0,60}\bon average\b/i;
/** `46.6 % vs. 23.6 % when averaged across models`. */
const AVERAGED = /^[^.;]*(?:\.\d[^.;]*)*(?<!\p{L})averaged\s(?:across|over)(?!\p{L})/iu;
/** Words of averaging and adding up count within their clause. */
const EACH = /(?<!\p{L})(?:each|apiece|every one)\s(?:\p{L}+\s){0,2}$/iu;

function aggregateOf(before: string, after: string): Quantity['aggregate'] {
  let end = -1;
  for (const { index } of before.matchAll(CLAUSE_END)) end = index;
  const clause = before.slice(end + 1);
  // `45 plots in total, each visited 5 times`
  if (EACH.test(clause)) return undefined;
  const said = SAID_AFTER.exec(after)?.[1];
  if (said) return MEAN.test(said) ? 'mean' : 'total';
  if (MEAN.test(clause) || ON_AVERAGE.test(before) || ON_AVERAGE_BEHIND.test(after)) return 'mean';
  if (AVERAGED.test(after)) return 'mean';
  if (TOTAL.test(clause) || IN_TOTAL.test(after)) return 'total';
  return undefined;
}
