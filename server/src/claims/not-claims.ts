import type { Span } from '../text/span.ts';

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

const PATTERNS: readonly (readonly [reason: string, pattern: RegExp])[] = [
  [
    'a date',
    /(?<![\d.])\d{4}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,2}(?![\d.])|(?<![\d.])\d{1,2}\s?[/.]\s?\d{1,2}\s?[/.]\s?(?:19|20)?\d{2}(?![\d.])/g,
  ],
  [
    'a date',
    new RegExp(
      `\\b\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}(?![\\p{L}])(?:,? ?\\d{4})?|(?<!\\p{L})${MONTH} \\d{1,2}(?:st|nd|rd|th)?(?!\\d|\\.\\d|%)(?: ?, ?\\d{4})?|(?<!\\p{L})${MONTH},? \\d{4}\\b`,
      'giu',
    ),
  ],
  [
    'a year',
    /(?<![\d.,$€£])(?:1[89]|20)\d{2}(?![\d,]*\d)(?!\.\d)(?!\s?(?:%|points?|ms|[kKMG]B|[kcm]?m[²2³3]?|ha|ft|kg|[kMG]W|people|fans|users|samples|instances|examples|times|hours|seconds)(?![\p{L}]))(?:\s?[-–/]\s?(?:\d{4}|\d{2})(?!\d))?/gu,
  ],
  ['a citation', /\[\s?\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*\s?\]/g],
  ['an identifier', /\b(?:arXiv:?\s?|doi:?\s?|ISBN:?\s?|PMID:?\s?|RFC ?|ISO ?|CVE-)\d[\d./-]*(?:v\d+)?/gi],
  ['a version', /(?<=\p{Lu}[\p{L}]*[ -])\d{1,2}(?:\.\d)?(?= \p{Lu}\p{Ll}{2})/gu],
  ['a version', /\b(?:v|version |release )\d+(?:\.\d+)*|\b\d+\.\d+\.\d+(?:\.\d+)*/gi],
  [
    'a label',
    new RegExp(
      `(?<![\\p{L}-])(?:${SECTIONS})\\.?[ \u00a0]?[#(]?\\d+(?:\\.\\d+)*[a-z]?${AND_MORE('\\d+(?:\\.\\d+)*')}(?![\\d\\p{L}]|\\.\\d|\\s?%)`,
      'giu',
    ),
  ],
  [
    'a label',
    new RegExp(
      `(?<![\\p{L}-])(?:${NUMBERED})\\.?[ \u00a0]?[#(]?\\d{1,3}[a-z]?${AND_MORE('\\d{1,3}(?![\\d.,]*\\d)')}(?![\\d\\p{L}]|[.,]\\d|\\s?%)`,
      'giu',
    ),
  ],
  ['a label', /#\d+/g],
  ['a list number', /(?:^|[\s;:,])\(\d{1,2}\)(?=\s)|^\d{1,2}[.)](?=\s)/g],
  [
    'a setting',
    /(?<![\p{L}\d])(?:\p{L}|[α-ωΑ-Ω∆]|top|lr|dim|bs|num\p{L}*|seed|max\p{L}*|min\p{L}*)\s?(?:=|:=|∈|≈)\s?\{?[-+−]?[\d.,\s]*\d/giu,
  ],
  [
    'a test statistic',
    /(?<![\p{L}\d])(?:p|t|r|z|f|χ2|d|n|df|alpha|α|β|η2)(?:\([\d.,\s]*\))?[-\s]?(?:values?)?\s?(?:<|>|=|≤|≥|≈|<=|>=)\s?[-+−]?\.?\d[\d.]*(?:e[-+−]?\d+)?/giu,
  ],
  ['a confidence', /\b\d{2}(?:\.\d)?\s?%\s(?:confidence|CI|credible|prediction interval)/gi],
  ['conditions', /\d+(?:\.\d+)?\s?%(?:\s?\/\s?\d+(?:\.\d+)?\s?%)+/g],
  ['conditions', /\{\s?\d[\d.,\s%]*\}/g],
  ['a range of settings', /(?<![\d.])\d+%?(?:→|->)\d+%/g],
  [
    'a ratio of sizes',
    /(?<![\d.])\d+\s?[×x]\s?\d+(?:\s?[×x]\s?\d+)*(?![\d.]*\s?(?:faster|slower|more|higher))/g,
  ],
  ['a power', /(?<![\d.])10\s?\^\s?\{?[-−]?\d+\}?|×\s?10[⁰¹²³⁴-⁹⁻]+/g],
  [
    'a setting',
    /\b(?:top|best|at|of|first|last)[- ]?(?:k|n)\b[^.]{0,3}\d+|\b(?:top|first|last|bottom)[ -]\d+\b(?!\s?%)/gi,
  ],
  ['a share of a count', /\b\d+(?:,\d{3})* (?:of|out of|in) (?:the )?\d+(?:,\d{3})*\b(?!\.\d|\s?%)/g],
  [
    'a formula',
    /\d%?(?: [+*] |[+*])\d[\d.]*|\b1\s?[-−–]\s?\d[\d.]*(?:%|\/\d[\d.]*)?|\d[\d.]*\s?\/\s?\d[\d.]*(?!\s?%)/g,
  ],
];

/** The stretches of a text whose numbers are years, versions, labels, citations, settings and the like. */
export function noClaimsIn(text: string): NoClaim[] {
  const found: NoClaim[] = [];
  for (const [reason, pattern] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      found.push({ start: match.index, end: match.index + match[0].length, reason });
    }
  }
  return found;
}
