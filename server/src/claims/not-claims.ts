import type { Span } from '../text/span.ts';
import { type NearDigits, nearDigits } from './near-digits.ts';

/** A stretch of text whose numbers claim nothing, and why. */
export interface NoClaim extends Span {
  readonly reason: string;
}

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const words = (list: string): string => list.trim().split(/\s+/).join('|');
/** What is numbered rather than measured; directly before its number. */
const NUMBERED =
  words(`row col(?:umn)? model layer level group class task phase round run fold track question hypothesis rq study
  category type grade tier rank ranked no nos issue pr note footnote theorem lemma proposition definition example case day week
  month season volume vol art(?:icle)? paragraph para box panel scenario setting config(?:uration)? seed epoch iteration index id
  number position pos place division district lap game match episode room port error code rule item finding lens thread
  principle wave generation gen formula stage part pages? pp? lines? models experiments? exp`);
/** The same, whose numbers may have parts: `Section 3.1`. */
const SECTIONS =
  words(`tab(?:les?)? fig(?:ure)?s? sec(?:tion)?s? eqn?s? equations? ch(?:apter)?s? app(?:endix)? alg(?:orithm)?
  steps? ver(?:sion)?`);
const AND_MORE = (number: string): string => `(?:(?:\\s?(?:,|and|&|or|to|[–-])\\s?)${number})*`;

interface Pattern {
  readonly reason: string;
  readonly pattern: RegExp;
  /** What it matches and is a claim after all. */
  readonly unless?: RegExp;
  /** False where the pattern surely matches nothing; most don't, and this is far cheaper. */
  readonly may?: (text: string, near: NearDigits) => boolean;
}

const has = (words: ReadonlySet<string>, known: RegExp): boolean => {
  for (const word of words) if (known.test(word)) return true;
  return false;
};
const STARTS_LIKE_MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/;
const IS_NUMBERED = new RegExp(`^(?:${NUMBERED})$`);
const IS_SECTION = new RegExp(`^(?:${SECTIONS})$`);
const OPERATOR = /[=<>≤≥≈∈]/;

const PATTERNS: readonly Pattern[] = [
  {
    reason: 'a date',
    pattern:
      /(?<![\d.])\d{4}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,2}(?![\d.])|(?<![\d.])\d{1,2}\s?[/.]\s?\d{1,2}\s?[/.]\s?(?:19|20)?\d{2}(?![\d.])/g,
    may: text => /\d\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d/.test(text),
  },
  {
    reason: 'a date',
    pattern: new RegExp(
      `\\b\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}(?![\\p{L}])(?:,? ?\\d{4})?|(?<!\\p{L})${MONTH} \\d{1,2}(?:st|nd|rd|th)?(?!\\d|\\.\\d|%)(?: ?, ?\\d{4})?|(?<!\\p{L})${MONTH},? \\d{4}\\b`,
      'giu',
    ),
    may: (_, { before, after }) => has(before, STARTS_LIKE_MONTH) || has(after, STARTS_LIKE_MONTH),
  },
  {
    reason: 'a year',
    pattern:
      /(?<![\d.,$€£])(?:1[89]|20)\d{2}(?![\d,]*\d)(?!\.\d)(?!\s?(?:%|points?|ms|[kKMG]B|[kcm]?m[²2³3]?|ha|ft|kg|[kMG]W|people|fans|users|samples|instances|examples|times|hours|seconds)(?![\p{L}]))(?:\s?[-–/]\s?(?:\d{4}|\d{2})(?!\d))?/gu,
    may: text => /(?:1[89]|20)\d\d/.test(text),
  },
  {
    reason: 'a year',
    pattern:
      /(?<=(?<!\p{L})(?:founded|born|established|built|settled|discovered|chartered|dates from|dating from)\s(?:in\s)?)1\d{3}(?![\d,.]*\d)/giu,
    may: (_, { before }) => has(before, /^(?:in|from|born)$/),
  },
  {
    reason: 'a citation',
    pattern: /\[\s?\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*\s?\]/g,
    may: text => text.includes('['),
  },
  {
    reason: 'an identifier',
    pattern: /\b(?:arXiv:?\s?|doi:?\s?|ISBN:?\s?|PMID:?\s?|RFC ?|ISO ?|CVE-)\d[\d./-]*(?:v\d+)?/gi,
    may: (_, { before }) => has(before, /^(?:arxiv|doi|isbn|pmid|rfc|iso|cve)$/),
  },
  { reason: 'a version', pattern: /(?<=\p{Lu}[\p{L}]*[ -])\d{1,2}(?:\.\d)?(?= \p{Lu}\p{Ll}{2})/gu },
  {
    reason: 'a version',
    pattern: /\b(?:v|version |release )\d+(?:\.\d+)*|\b\d+\.\d+\.\d+(?:\.\d+)*/gi,
    may: (text, { before }) => has(before, /^(?:v|version|release)$/) || /\d\.\d+\.\d/.test(text),
  },
  {
    reason: 'a label',
    pattern: new RegExp(
      `(?<![\\p{L}-])(?:${SECTIONS})\\.?[ \u00a0]?[#(]?\\d+(?:\\.\\d+)*[a-z]?${AND_MORE('\\d+(?:\\.\\d+)*')}(?![\\d\\p{L}]|\\.\\d|\\s?%)`,
      'giu',
    ),
    may: (_, { before }) => has(before, IS_SECTION),
  },
  {
    reason: 'a label',
    pattern: new RegExp(
      `(?<![\\p{L}-])(?:${NUMBERED})\\.?[ \u00a0]?[#(]?\\d{1,3}[a-z]?${AND_MORE('\\d{1,3}(?![\\d.,]*\\d)')}(?![\\d\\p{L}]|[.,]\\d|\\s?%)`,
      'giu',
    ),
    may: (_, { before }) => has(before, IS_NUMBERED),
  },
  {
    reason: 'what something else is measured by',
    pattern:
      /(?<!\p{L})(?:per|(?:in|of|for)\s(?:every|each))\s\d[\d,]*(?:[ \u00a0\u202f]\d{3}(?!\d))*(?:\.\d+)?(?!\s?%)/giu,
    may: (_, { before }) => has(before, /^(?:per|every|each)$/),
  },
  { reason: 'a label', pattern: /#\d+/g, may: text => text.includes('#') },
  {
    reason: 'a coordinate',
    pattern: /\d[\d.]*\s?°\s?(?:[NSEW]\b|north|south|east|west|latitude|longitude)/giu,
    may: text => text.includes('°'),
  },
  { reason: 'a list number', pattern: /(?:^|[\s;:,])\(\d{1,2}\)(?=\s)|^\d{1,2}[.)](?=\s)/g },
  {
    reason: 'a setting',
    pattern:
      /(?<![\p{L}\d])(?:\p{L}|[α-ωΑ-Ω∆]|top|lr|dim|bs|num\p{L}*|seed|max\p{L}*|min\p{L}*)\s?(?:=|:=|∈|≈)\s?\{?[-+−]?(?:\d+(?:,\s?\d+(?!\d*(?:\.\d|\s?%)))*(?!\d|\.\d)|\d*\.\d+(?:,\s?\d*\.\d+(?!\d*\s?%))*)/giu,
    may: text => OPERATOR.test(text),
  },
  {
    reason: 'a test statistic',
    pattern:
      /(?<![\p{L}\d])(?:p|t|r|z|f|χ2|d|n|df|alpha|α|β|η2)(?:\([\d.,\s]*\))?[-\s]?(?:values?)?\s?(?:<|>|=|≤|≥|≈|<=|>=)\s?[-+−]?\.?\d[\d.]*(?:e[-+−]?\d+)?/giu,
    may: text => OPERATOR.test(text),
  },
  {
    reason: 'a confidence',
    pattern: /\b\d{2}(?:\.\d)?\s?%\s(?:confidence|CI|credible|prediction interval)/gi,
    may: (_, { after }) => has(after, /^(?:confidence|cis?|credible|prediction)$/),
  },
  {
    reason: 'conditions',
    pattern: /\d+(?:\.\d+)?\s?%(?:\s?\/\s?\d+(?:\.\d+)?\s?%)+/g,
    // `2.69%/3.52%` are results.
    unless: /^\d+\.\d+\s?%(?:\s?\/\s?\d+\.\d+\s?%)+$/,
    may: text => text.includes('%') && text.includes('/'),
  },
  { reason: 'conditions', pattern: /\{\s?\d[\d.,\s%]*\}/g, may: text => text.includes('{') },
  {
    reason: 'a range of settings',
    pattern: /(?<![\d.])\d+%?(?:→|->)\d+%/g,
    may: text => /→|->/.test(text),
  },
  {
    reason: 'a ratio of sizes',
    pattern: /(?<![\d.])\d+\s?[×x]\s?\d+(?:\s?[×x]\s?\d+)*(?![\d.]*\s?(?:faster|slower|more|higher))/g,
    may: text => /\d\s?[×x]/.test(text),
  },
  {
    reason: 'a power',
    pattern: /(?<![\d.])10\s?\^\s?\{?[-−]?\d+\}?|×\s?10[⁰¹²³⁴-⁹⁻]+/g,
    may: text => text.includes('^') || text.includes('×'),
  },
  {
    reason: 'a setting',
    pattern:
      /\b(?:top|best|at|of|first|last)[- ]?(?:k|n)\b[^.]{0,3}\d+|\b(?:top|first|last|bottom)[ -]\d+\b(?!\s?%)/gi,
    may: (_, { before }) => has(before, /^(?:top|first|last|bottom|(?:top|best|at|of|first|last)?[kn])$/),
  },
  {
    reason: 'a share of a count',
    pattern:
      /\b\d+(?:,\d{3})* (?:of|out of|in) (?:the )?(?!(?:19|20)\d{2}(?!\d|,\d{3}))\d+(?:,\d{3})*\b(?!\.\d|\s?%)/g,
    may: (_, { after }) => after.has('of') || after.has('in') || after.has('out'),
  },
  {
    reason: 'a formula',
    pattern:
      /\d[\d.]*%?(?: [+*] |[+*])\d[\d.]*|\d[\d.]*\s?[/*]\s?[√(]|\b1\s?[-−–]\s?\d[\d.]*(?:%|\/\d[\d.]*)?/g,
    may: text => /[+*/−–-]/.test(text),
  },
  {
    reason: 'a formula',
    pattern: /\d[\d.]*(?:\s?\/\s?\d[\d.]*)+(?!\s?%)/g,
    // `44.93/21.47/41.62` are results.
    unless: /^\d+\.\d+(?:\s?\/\s?\d+\.\d+)+\.?$/,
    may: text => text.includes('/'),
  },
];

/** The stretches of a text whose numbers are years, versions, labels, citations, settings and the like. */
export function noClaimsIn(text: string): NoClaim[] {
  const found: NoClaim[] = [];
  const near = nearDigits(text);
  for (const { reason, pattern, unless, may } of PATTERNS) {
    if (may && !may(text, near)) continue;
    for (const match of text.matchAll(pattern)) {
      if (unless?.test(match[0])) continue;
      found.push({ start: match.index, end: match.index + match[0].length, reason });
    }
  }
  return found;
}
