import { isUnknown } from './clause.ts';
import { isSaidInUnit } from './measure-words.ts';
import type { Quantity } from './quantity.ts';
import type { SentenceView } from './view.ts';
import { isCommon, isPale, wordsOf } from './words.ts';

const BEFORE =
  /((?:[\p{L}\p{N}@.%-]+\s){1,3})(?:score\s|rate\s|value\s)?(?:of|is|was|are|were|at|=|:|equals)\s?(?:only\s|just\s|about\s|around\s|approximately\s|nearly\s|up\sto\s|over\s|[~≈])*$/u;
/** `34.5 % of the time` measures time; `34.5 F1` measures F1. */
const AFTER = /^\s?(?:of\s(?:the\s|all\s|its\s|their\s)?)?((?:[\p{L}@-][\p{L}\p{N}@-]*\s?){1,2})/u;
const PREPOSITION =
  /^(?:on|for|in|at|with|by|from|to|over|of|and|or|but|than|when|while|vs|compared|respectively|which|who|that|as|after|before|among|across|between|against|under|per|during|using|without|within|despite|through|via|because|since|due|thanks|even|already|only|again|just|still|here|there|instead)$/i;

/**
 * True when the words right at a number say what it measures (`a perplexity of 91.6`, `91.6 BLEU`) and no table in scope, nor
 * the page's title, has any of them: the number is about something else.
 */
export function measuresSomethingElse(view: SentenceView, quantity: Quantity): boolean {
  const { text } = view.reading.block;
  const before = BEFORE.exec(
    text.slice(Math.max(view.sentence.start, quantity.start - 60), quantity.start),
  )?.[1];
  const after = AFTER.exec(
    text.slice(quantity.unitEnd, Math.min(view.sentence.end, quantity.unitEnd + 40)),
  )?.[1];
  const said = [
    ...contentWords(before?.split(/\s+/).slice(-3).join(' ') ?? ''),
    ...contentWords(behind(after)),
  ];
  if (said.length === 0) return false;
  if (isInitial(view, before, after)) return false;
  if (view.tables.some(({ table }) => isSaidInUnit(quantity.unit, said, table))) return false;
  return !said.some(
    norm => view.subject.has(norm) || view.tables.some(({ labels }) => labels.words.isLikeAny(norm)),
  );
}

const MEASURE_OF = /(?<!\p{L})an?\s((?:[\p{L}-]+\s){1,3})of\s(?:only\s|just\s|about\s|[~≈])?[$€£]?$/iu;

/** `with an inter-annotator agreement of 0.46`: right before the number stands what it measures, and no label has any of it. */
export function saysOtherMeasure(view: SentenceView, quantity: Quantity): boolean {
  const before = view.reading.block.text.slice(
    Math.max(view.sentence.start, quantity.start - 60),
    quantity.start,
  );
  const said = contentWords(MEASURE_OF.exec(before)?.[1] ?? '');
  return (
    said.length > 0 &&
    !view.tables.some(({ table }) => isSaidInUnit(quantity.unit, said, table)) &&
    !said.some(
      norm => view.subject.has(norm) || view.tables.some(({ labels }) => labels.words.isLikeAny(norm)),
    )
  );
}

/** A word that may stand between a number and the things that it counts: `12 held-out tasks`. */
const ADJECTIVE = String.raw`(?:(?!(?:of|for|in|on|at|with|by|and|or|to|than|from|over|while|when|but|as|is|was|are|were)\s)\p{Ll}[\p{Ll}–-]*\s)`;
const THINGS = new RegExp(
  String.raw`^\s${ADJECTIVE}{0,2}(?!(?:exceed|surpasse|outperform|mean|show|suggest|indicate|remain|come)s\s)\p{Ll}{3,}s(?!\p{L})`,
  'u',
);

/** The first of them, should there be more. */
const KINDS_BEHIND = new RegExp(String.raw`^\s${ADJECTIVE}{0,2}?(\p{Ll}{3,}s)(?!\p{L})`, 'u');

/** `Queries have 11.2 words`, of which no table and no title has any. */
export function countsUnknownThings(view: SentenceView, { unit, unitEnd }: Quantity): boolean {
  if (unit !== '') return false;
  const behindIt = view.reading.block.text.slice(unitEnd, unitEnd + 40);
  const things = THINGS.test(behindIt) ? KINDS_BEHIND.exec(behindIt)?.[1] : undefined;
  return things !== undefined && view.tables.every(scoped => isUnknown(view, things, scoped));
}

/** True for a whole number of things: `25 languages`, `12 held-out tasks`. In a column of decimals it quotes no cell. */
export const countsThings = (view: SentenceView, { decimals, unit, sign, unitEnd }: Quantity): boolean =>
  decimals === 0 &&
  unit === '' &&
  sign === 0 &&
  THINGS.test(view.reading.block.text.slice(unitEnd, unitEnd + 40));

const CAPITALS = /(?<![\p{L}\p{N}])(\p{Lu})\p{Lu}+/gu;

/** `24.9 BLEU` where a column is called no more than `B`. */
const isInitial = (view: SentenceView, before = '', after = ''): boolean =>
  [...`${before} ${after}`.matchAll(CAPITALS)].some(([, initial]) =>
    view.tables.some(({ table }) => table.columns.some(({ header }) => header.trim() === initial)),
  );

/** The words behind a number up to the first preposition. */
function behind(words: string | undefined): string {
  const list = (words ?? '').trim().split(/\s+/);
  const end = list.findIndex(word => PREPOSITION.test(word));
  return (end < 0 ? list : list.slice(0, end)).join(' ');
}

/** `than GPT-3.5 (65.5)`: in brackets behind a name. */
const BRACKETED = /(?<!\p{L})(\p{Lu}[\p{L}\p{N}.+#-]*)\s?\(\s?$/u;
/** `AUROC averages 0.989 and AUPRC averages 0.836`. */
const MEASURED =
  /(?<!\p{L})(\p{Lu}[\p{Lu}\p{N}@-]{2,})\s(?:is|was|ha[sd]|averages?d?|equals?|reache[sd]|contain(?:s|ed)|compris(?:es|ed)|scores?d?|achieve[sd]|obtain(?:s|ed)|stands at)\s(?:only\s|about\s)?$/u;
const VERSION = /(?<!\p{L})(\p{Lu}[\p{L}\p{N}+#-]*)[ {2}]v?(?:\d+(?:\.\d+)*,? (?:and |or |to )?)*$/u;

/**
 * True for a number right behind a name that no table knows: `Rust 1.60`, `Snapdragon 650`, `CPython 3.10 and 3.11`,
 * `GPT-3.5 (65.5)`, `AUPRC averages 0.836`. It belongs to the name.
 */
export function belongsToName(view: SentenceView, quantity: Quantity): boolean {
  const { text } = view.reading.block;
  const before = text.slice(Math.max(view.sentence.start, quantity.start - 60), quantity.start);
  const isBare = quantity.unit === '' && quantity.sign === 0;
  const name = (BRACKETED.exec(before) ??
    MEASURED.exec(before) ??
    (isBare ? VERSION.exec(before) : undefined))?.[1];
  if (name === undefined) return false;
  const known = wordsOf(name).every(({ norm, numeric }) => isKnown(view, norm, numeric));
  // The first word of a sentence has a capital anyway.
  return !known && before.trimStart().length > name.length + 1;
}

/** True behind an equals sign whose left side no table knows: `beam = 8` is a setting. */
export function isSetting(view: SentenceView, quantity: Quantity): boolean {
  const before = view.reading.block.text.slice(
    Math.max(view.sentence.start, quantity.start - 40),
    quantity.start,
  );
  const name = /([\p{L}_][\p{L}\p{N}_-]*)\s?(?:=|:=)\s?$/u.exec(before)?.[1];
  if (name === undefined) return false;
  // `d_head` is one name: that a table has heads is nothing to it.
  const isMade = name.includes('_') && !isHeader(view, name);
  return isMade || !wordsOf(name).some(({ norm, numeric }) => isKnown(view, norm, numeric));
}

/** True where one header has all words of a name: `batch_size` and `Batch size`. */
function isHeader(view: SentenceView, name: string): boolean {
  const said = wordsOf(name.replaceAll('_', ' ')).map(({ norm }) => norm);
  return view.tables.some(({ table }) =>
    table.columns.some(({ header }) => {
      const norms = new Set(wordsOf(header.replaceAll('_', ' ')).map(({ norm }) => norm));
      return said.every(norm => norms.has(norm));
    }),
  );
}

/** A word of the page's title or of a label in one of the tables. */
const isKnown = (view: SentenceView, norm: string, numeric: boolean): boolean =>
  view.subject.has(norm) || view.tables.some(({ labels }) => labels.words.mayKnow(norm, numeric));

const contentWords = (words: string): string[] =>
  wordsOf(words).flatMap(word =>
    word.numeric || isCommon(word.norm) || isPale(word.norm) || ANYBODY.has(word.norm) ? [] : [word.norm],
  );

/** Whoever is counted: `55,049 people came` may be an attendance, a population, a number of voters. So is money of any kind. */
const ANYBODY: ReadonlySet<string> = new Set(['people', 'person', 'pound', 'dollar', 'euro']);
