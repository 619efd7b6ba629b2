import { NAMED } from '../candidates.ts';
import { clauseBefore, isUnknown, sentenceBefore, sentenceBehind } from '../clause.ts';
import type { Quantity } from '../quantity.ts';
import type { ScopedTable } from '../scoped.ts';
import type { SentenceView } from '../view.ts';
import { wordsOf } from '../words.ts';
import { GENERIC } from './said-plainly.ts';

const AMOUNT =
  /(?<!\p{L})(?:with|at|using|from|on|in|after)\s(?:an?\s|the\s|only\s|just\s)?(?:(?:\d[\d.,]*[kKMB]?\s|half\s|a third\s|a quarter\s|a tenth\s|twice\s|two\s|three\s|five\s|ten\s)(?:of\s)?(?:the\s|as\s)?(\p{L}{3,})|(\p{L}{3,})\s(?:size|length|rate|level|strength|temperature|budget|limit|threshold|cut-?off|window|dose|depth|radius|kernel)\s(?:of\s)?\d|(\p{L}{4,}s)\sof\s\d)/giu;

const NUMBERED = /^(?:In|At|On|For|By|With)\s(?:an?\s|the\s)?(\p{L}{3,})\s(?:of\s)?\d[\d.]*,\s/gu;
const ANALYSIS =
  /(?<!\p{L})(?:in|on|for)\s(?:the|an?)\s([\p{L}-]{3,})\s(?:analysis|subset|subgroup|cohort|split|scenario|condition|phase|trial|study|variant)(?!\p{L})/giu;

/** `With 5 shots`, `at batch size 8`, `In centre 4`, `in the per-protocol analysis`. */
export function saysAmount(view: SentenceView, quantity: Quantity, scoped: ScopedTable): boolean {
  // `, running at 9 fps` goes on to say something else.
  const [behind] = sentenceBehind(view, quantity).split(/[,;]/, 1);
  const text = `${sentenceBefore(view, quantity)}${quantity.text}${behind}`;
  return [AMOUNT, NUMBERED, ANALYSIS].some(pattern =>
    [...text.matchAll(pattern)].some(match => {
      const said = (match[1] ?? match[2] ?? match[3])!;
      const digits = /\d[\d.,]*/.exec(match[0]);
      // `with 127 metres` is the number itself.
      if (digits && match.index + digits.index === quantity.start - view.sentence.start) return false;
      const amount = digits?.[0].replace(/[.,]+$/, '');
      // `DropHop with 16 layers` is the row `DropHop-16`.
      if (amount !== undefined && scoped.labels.words.hasNumber(amount.replaceAll(',', ''))) return false;
      if (amount !== undefined && isOfNamedRow(view, scoped, amount)) return false;
      if (GENERIC.test(wordsOf(said)[0]!.norm)) return false;
      return isUnknown(view, said, scoped) || isOtherAmount(view, match[0], said, scoped);
    }),
  );
}

/** `65,656 people on 79.5 square kilometres`, where the row has both: no condition, but the other value. */
function isOfNamedRow(view: SentenceView, scoped: ScopedTable, amount: string): boolean {
  const value = Number(amount.replaceAll(',', ''));
  return [...view.naming(scoped.table).own.rows].some(
    ([row, { score }]) =>
      score >= NAMED && scoped.numbers.inRow(row).some(cell => cell !== undefined && cell.size === value),
  );
}

const LARGE_AMOUNT = /\d[\d.,]*[kKMB](?=\s)/u;

/** `After 1M steps`, where no label speaks of steps, and the caption of other ones: `after 500k steps`. */
function isOtherAmount(view: SentenceView, text: string, said: string, { labels }: ScopedTable): boolean {
  const amount = LARGE_AMOUNT.exec(text)?.[0].toLowerCase();
  return (
    amount !== undefined &&
    !view.subject.has(amount) &&
    !wordsOf(said).some(({ norm }) => labels.words.isLikeAny(norm))
  );
}

const AT = /^(?:at|with|from|after|by|for)\s(?:only\s|just\s|about\s|[~≈])?$/iu;
const THE = /^\s(?:the|our|its|their|this)\s/iu;

/** `At 50 % the medium model gives`: under what, not what came out. */
export const isSettingItself = (view: SentenceView, quantity: Quantity): boolean =>
  (AT.test(clauseBefore(view, quantity)) && THE.test(sentenceBehind(view, quantity))) ||
  DOING.test(sentenceBefore(view, quantity)) ||
  WHEN_IT.test(clauseBefore(view, quantity));

/** `Charging to 4.4 V raises it`. */
const DOING = /^\p{Lu}\p{Ll}+ing\s(?:[\p{L}-]+\s){0,4}(?:to|at|by|for|beyond)\s$/u;
/** `when it sends 82.6 dB through the hall`. */
const WHEN_IT = /(?<!\p{L})(?:when|if|once|whenever)\s(?:it|they|he|she|one)\s\p{L}+\s$/iu;

const WITH_ALONE = /(?:^|[;,:]\s)(?:with|at|from|after|on|given)\s(?:only\s|just\s)?$/iu;

/** `; with 60 A picks 55.5 %`: the 60 itself. */
export function isNumberAlone(view: SentenceView, quantity: Quantity, scoped: ScopedTable): boolean {
  if (quantity.unit !== '' || !WITH_ALONE.test(sentenceBefore(view, quantity))) return false;
  const { words } = view.reading;
  return view
    .naming(scoped.table)
    .mentions.some(
      ({ label, quality, words: at }) =>
        label.axis === 'row' && quality >= NAMED && words[at[0]!]!.start === quantity.end + 1,
    );
}

const WITH_NUMBER =
  /(?:^|[;,:]\s)(?:with|at|from|after|on)\s(?:only\s|just\s)?(\d[\d.,]*)(?:\s?%|\s(?!(?:in|to|on|at|of)\s)\p{L}{1,3})?\s(?:the\s|our\s)?$/iu;

/** `; with 60 A picks 55.5 %`: what there were 60 of was said before. */
export function saysNumberAlone(view: SentenceView, quantity: Quantity, scoped: ScopedTable): boolean {
  const { words } = view.reading;
  return view.naming(scoped.table).mentions.some(({ label, quality, words: at }) => {
    if (label.axis !== 'row' || quality < NAMED || words[at[0]!]!.start >= quantity.start) return false;
    const before = view.reading.block.text.slice(view.sentence.start, words[at[0]!]!.start);
    const number = WITH_NUMBER.exec(before)?.[1]?.replace(/[.,]+$/, '');
    return number !== undefined && !scoped.labels.words.hasNumber(number.replaceAll(',', ''));
  });
}
