import { NAMED } from './candidates.ts';
import type { Mention } from './mentions.ts';
import type { Quantity } from './quantity.ts';
import type { ScopedTable } from './scoped.ts';
import type { SentenceView } from './view.ts';

/** The rows that a number belongs to by the grammar of its sentence, whatever else the sentence names. */
export interface Owner {
  readonly scoped: ScopedTable;
  readonly rows: ReadonlySet<number>;
  /** The column that is said between name and number, if one is. */
  readonly column: number | undefined;
}

const IN_BRACKETS = /^(?:[’']s)?\s?\(\s?(?:about\s|around\s|[~≈])?$/;
/** `A is the only one that is worse than B (56.9)`: it may be A's as well. */
const THAN_NAME =
  /\s(?:is|are|was|were)\s(?:[\p{L}-]+\s){0,6}(?:better|worse|higher|lower)\sthan\s(?:the\s)?$/iu;
/** `NAME (89.8 %, κ = 0.63)`, each with what it is of. */
const IN_LIST_IN_BRACKETS =
  /^(?:[’']s)?\s?\((?:(?!(?<!\p{L})(?:vs|versus|than|from|to|and|compared|against|over)(?!\p{L}))[^();])*$/iu;
/** `higher than NAME's 0.712` */
const NAMES = /[’']s?\s$/;
const EQUALS = /^\s?[:=]\s?$/;
const NOUN =
  '(?:\\s(?:model|method|system|approach|baseline|feature|algorithm|network|variant|classifier|group|version)s?)?';
const ADVERB = '(?:,?\\s(?:also|further|only|clearly|still|then|which|that|who|can|could|itself|now|even))*';
const VERB =
  '(?:(?:beats?|outperform(?:s|ed)?|surpasse[sd]|exceed(?:s|ed)?)\\s(?:all\\s)?(?:the\\s)?(?:others|other\\s\\p{L}+|rest)\\s(?:with|at)|achieve[sd]?|obtain(?:s|ed)?|reach(?:es|ed)?|gets?|got|ha[sd]|have|having|score[sd]?|yield(?:s|ed)?|gives?|gave|attain(?:s|ed)?|record(?:s|ed)?|produce[sd]?|earn(?:s|ed)?|makes?|made|takes?|took|draws?|drew|show(?:s|ed)?|perform(?:s|ed)?|maintain(?:s|ed)?|retain(?:s|ed)?|keeps?|kept|delivers?|delivered|exhibit(?:s|ed)?|demonstrate[sd]?|posts?|posted|hits?|achieving|reaching|is|was|are|were)';
const VERB_PHRASE = new RegExp(
  `^\\)?${NOUN}(?:\\sof\\s\\p{L}{2,20})?(?:\\s\\([^)]*\\))?${ADVERB}\\s${VERB}\\s(?:[^.;:()\\d]|(?<=\\p{L})\\d|\\(\\p{L}+\\)){0,60}$`,
  'iu',
);
const JOINS =
  /(?<!\p{L})(?:and|or|than|compared|over|while|whereas|but|versus|vs|except|both|respectively)(?!\p{L})/iu;
const OF_NAME = /\b(?:of|for|by|in)\s(?:the\s)?$/i;
const IS = /^\s(?:is|was|are|were|equals)\s(?:only\s|about\s|around\s|just\s)?$/;
const FOR_NAME = /^\s(?:for|of|by)\s(?:the\s)?$/i;
/** A name that so many rows share owns nothing alone. */
const MOST_ROWS = 2;

/**
 * Who owns a number for sure: `NAME (71.2)`, `NAME = 71.2`, `NAME achieves an accuracy of 71.2`, `the accuracy of NAME is 71.2`,
 * `71.2 for NAME`. Undefined where it is not that plain.
 */
export function ownerOf(view: SentenceView, quantity: Quantity): Owner | undefined {
  for (const scoped of view.nearest) {
    const mentions = view.once(scoped, namesIn);
    const owning = mentions.filter(mention => owns(view, quantity, mention, mentions, scoped));
    const [first] = owning;
    if (!first || owning.some(({ label }) => label !== first.label)) continue;
    return { scoped, rows: new Set(first.label.ids), column: columnBetween(view, quantity, first, scoped) };
  }
  return undefined;
}

/** The rows' names in the sentence that may own a number. */
function namesIn(view: SentenceView, { table }: ScopedTable): readonly Mention[] {
  const all = view.naming(table).mentions;
  const headers = all.filter(({ label, quality }) => label.axis === 'column' && quality >= 0.85);
  const names = all.filter(mention => isName(mention) && !headers.some(header => isAt(header, mention)));
  return names.filter(mention => !names.some(other => isTighter(other, mention)));
}

const isName = ({ label, quality, dominated }: Mention): boolean =>
  label.axis === 'row' &&
  quality >= 0.85 &&
  dominated === 0 &&
  label.ids.length <= MOST_ROWS &&
  label.words.some(word => !word.numeric);

/** `BLEURT (0.318)` is of the column so called, whatever row has the name in its own. */
const isAt = (header: Mention, { words }: Mention): boolean =>
  words.every(word => header.words.includes(word));

/** In `5, 10 mg` the unit belongs to the ten; the five may share it, but owns nothing. */
const isTighter = (other: Mention, { label, words }: Mention): boolean =>
  other.label !== label &&
  other.words.some(word => words.includes(word)) &&
  lengthOf(other.words) < lengthOf(words) &&
  other.words.length >= words.length;

const lengthOf = (words: readonly number[]): number => words.at(-1)! - words[0]!;

function owns(
  view: SentenceView,
  quantity: Quantity,
  mention: Mention,
  all: readonly Mention[],
  scoped: ScopedTable,
): boolean {
  const { text } = view.reading.block;
  const { start, end } = view.spanOf(mention);
  if (end > quantity.start) {
    if (start < quantity.unitEnd) return false;
    return FOR_NAME.test(text.slice(quantity.unitEnd, start)) && !/^\s?(?:and|or|,)\s/.test(text.slice(end));
  }
  const gap = text.slice(end, quantity.start);
  if (goesOn(view, quantity, mention, all, scoped)) return true;
  const isAlone = IN_BRACKETS.test(gap) && /^\s?[%)]?\s?\)/.test(text.slice(quantity.unitEnd));
  if (isAlone && !THAN_NAME.test(text.slice(view.sentence.start, start))) return true;
  if (!isAlone && isInListInBrackets(view, quantity, mention, all, scoped)) return true;
  if (/^(?:[’']s?)?\s$/.test(gap) && NAMES.test(text.slice(start, quantity.start)) && isWritten(quantity))
    return true;
  if (EQUALS.test(gap)) return true;
  if (IS.test(gap) && OF_NAME.test(text.slice(view.sentence.start, start))) return true;
  if (!VERB_PHRASE.test(gap) || JOINS.test(gap)) return false;
  const before = text.slice(view.sentence.start, start);
  if (isJoined(before) && !isLead(before, view, start, all) && !beginsClause(view, mention, all))
    return false;
  const others = all.filter(({ label }) => label !== mention.label);
  return (
    !beginsWithin(view, others, end, quantity.start) &&
    columnBetween(view, quantity, mention, scoped) !== undefined
  );
}

/** One of the mentions begins in the stretch of the text. */
const beginsWithin = (view: SentenceView, mentions: readonly Mention[], from: number, to: number): boolean =>
  mentions.some(mention => {
    const { start } = view.spanOf(mention);
    return start >= from && start < to;
  });

/** No count of things. */
const isWritten = ({ decimals, unit }: Quantity): boolean => decimals > 0 || unit === '%';

function isInListInBrackets(
  view: SentenceView,
  quantity: Quantity,
  mention: Mention,
  all: readonly Mention[],
  scoped: ScopedTable,
): boolean {
  const { text } = view.reading.block;
  const { end } = view.spanOf(mention);
  const gap = text.slice(end, quantity.start);
  if (!IN_LIST_IN_BRACKETS.test(gap) || !/^[^()]*\)/.test(text.slice(quantity.unitEnd))) return false;
  const close = text.indexOf(')', quantity.unitEnd);
  if (beginsWithin(view, all, end, close)) return false;
  // `close to A (73.9, 73.4 and 72.6 versus 72.3)` has one for each of several.
  const isFirst =
    IN_BRACKETS.test(gap) &&
    /^\s?%?,\s(?![~≈±+−-]?\d)(?:(?!(?<!\p{L})(?:vs|versus)(?!\p{L}))[^()])*\)/iu.test(
      text.slice(quantity.unitEnd),
    );
  return isFirst ? isWritten(quantity) : columnBetween(view, quantity, mention, scoped) !== undefined;
}

const AND_A = /^(?:\s\p{L}+)?,?\s(?:and\s)?(?:(?:an?|the|its)\s(?:[\p{L}-]+\s)?)?$/iu;

/** `A achieves a BLEU of 27.5 and a METEOR of 59.6`: whose the first is, his is the second, with a column of its own. */
function goesOn(
  view: SentenceView,
  quantity: Quantity,
  mention: Mention,
  all: readonly Mention[],
  scoped: ScopedTable,
): boolean {
  const { end } = view.spanOf(mention);
  const first = lastValue(view, quantity);
  if (!first || first.start < end) return false;
  const isBetween = ({ start }: { start: number }): boolean =>
    start >= first.unitEnd && start < quantity.start;
  if (all.some(other => isBetween(view.spanOf(other)))) return false;
  const [column] = view
    .naming(scoped.table)
    .mentions.filter(({ label, quality }) => label.axis === 'column' && quality >= NAMED + 0.2)
    .map(other => view.spanOf(other))
    .filter(isBetween)
    .sort((a, b) => a.start - b.start);
  const { text } = view.reading.block;
  return (
    column !== undefined &&
    AND_A.test(text.slice(first.unitEnd, column.start)) &&
    OF_VALUE.test(text.slice(column.end, quantity.start)) &&
    owns(view, first, mention, all, scoped)
  );
}

const OF_VALUE = /^\)?\s(?:(?:score|rate|value|ratio)\s)?(?:(?:of|at|is|was)\s)?(?:about\s|only\s|[~≈])?$/iu;

/** The value right before the number in its sentence. */
const lastValue = ({ sentence }: SentenceView, quantity: Quantity): Quantity | undefined =>
  sentence.quantities.findLast(
    ({ noClaim, role, end }) => noClaim === undefined && role === 'value' && end <= quantity.start,
  );

/** `A reaches 80.2, and B performs …`: the name before has a number of its own already. */
function beginsClause(view: SentenceView, mention: Mention, all: readonly Mention[]): boolean {
  const { start } = view.spanOf(mention);
  if (
    !/,\s(?:and|but|while|whereas)\s(?:the\s|an?\s|our\s)?$/iu.test(view.reading.block.text.slice(0, start))
  )
    return false;
  const ends = all.map(other => view.spanOf(other).end).filter(end => end <= start);
  const from = Math.max(-1, ...ends);
  return (
    from >= 0 &&
    view.sentence.quantities.some(
      ({ noClaim, role, start: at, end }) => !noClaim && role === 'value' && at >= from && end <= start,
    )
  );
}

/** `A and B achieve …`: the verb has two subjects; `than B achieves`: it is about something else. */
const isJoined = (before: string): boolean =>
  /(?:,|(?<!\p{L})(?:and|or|than|with|both|over|to))\s(?:the\s|an?\s|our\s)?$/iu.test(before);

const LEAD =
  /^(?:In|On|For|At|As|With|By|Among|Under|After|Before|From|Overall|However|Moreover|Furthermore|Finally|Similarly|Here|Meanwhile|Again|Notably|Specifically|Unsurprisingly|Surprisingly|Interestingly)(?!\p{L})[^,;:]*,\s(?:the\s|our\s|an?\s)?$/u;

/** `In terms of recall, A achieves`: what stands before the comma names no row. */
const isLead = (before: string, view: SentenceView, start: number, all: readonly Mention[]): boolean =>
  LEAD.test(before) && !all.some(other => view.spanOf(other).start < start);

function columnBetween(
  view: SentenceView,
  quantity: Quantity,
  mention: Mention,
  scoped: ScopedTable,
): number | undefined {
  const end = Math.max(view.spanOf(mention).end, lastValue(view, quantity)?.unitEnd ?? 0);
  const columns = view
    .naming(scoped.table)
    .mentions.filter(
      ({ label, quality, dominated }) => label.axis === 'column' && quality >= NAMED + 0.2 && dominated === 0,
    )
    .filter(other => view.spanOf(other).start >= end && view.spanOf(other).start <= quantity.unitEnd + 30);
  // What stands before the number says what it is of, whatever the sentence goes on with.
  const before = columns.filter(other => view.spanOf(other).start < quantity.start);
  // In `A (89.8 %, kappa 0.63)` the kappa is of what follows it.
  const { text } = view.reading.block;
  const behind = columns.filter(other => {
    const { end } = view.spanOf(other);
    return !view.sentence.quantities.some(
      ({ start }) => start >= end && start > quantity.end && /^\s?[=:]?\s?$/.test(text.slice(end, start)),
    );
  });
  const ids = new Set((before.length > 0 ? before : behind).map(({ label }) => label.ids[0]!));
  return ids.size === 1 ? [...ids][0] : undefined;
}
