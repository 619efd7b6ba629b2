import type { Span } from '../text/span.ts';

const END = /[.!?…][)\]”"’*_]*(?=\s|$)/g;
/** Words whose point ends no sentence. */
const SHORT =
  /(?:^|[\s([“"])(?:e\.g|i\.e|cf|vs|etc|et al|al|fig|figs|eq|eqs|sec|secs|tab|no|nos|vol|pp|p|ch|app|approx|resp|ca|dr|prof|mr|mrs|ms|st|jr|inc|ltd|co|u\.s|u\.k|ref|refs|incl|excl|avg|max|min|dept|est|\p{L})\.$/iu;

/** `tauro f.c. had`, where nothing is written with capitals. */
const INITIALS = /(?<!\p{L})(?:\p{L}\.){2,}$/u;

/** `a margin of 20 ms. After that`: a unit, though `ms.` and `s.` may be short for something else. */
const AFTER_UNIT = /\d[ \u00a0\u2009\u202f]?(?:s|ms|m|min|mins|sec|secs|h|g|t|l|K|W|V|A|N|J|B)\.$/u;

/** The sentences of a block's text, in order, white space at their ends left out. */
export function sentencesOf(text: string): Span[] {
  const sentences: Span[] = [];
  let start = 0;
  const hasCapitals = /\p{Lu}/u.test(text);
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length;
    if (!endsSentence(text, match.index, end, hasCapitals)) continue;
    push(sentences, text, start, end);
    start = end;
  }
  push(sentences, text, start, text.length);
  return sentences;
}

/** Where nothing is written with capitals, sentences do not begin with one. */
function endsSentence(text: string, point: number, end: number, hasCapitals: boolean): boolean {
  const next = /\S/.exec(text.slice(end, end + 6))?.[0];
  if (next === undefined) return true;
  // What follows a full stop begins with a capital, a digit or an opening mark.
  // So does one that stands apart, as in text that was told apart into words.
  const begins = hasCapitals ? /[\p{Lu}\p{N}\p{Lo}([“"‘'«*$+−-]/u : /[\p{L}\p{N}([“"‘'«*$+−-]/u;
  if (!begins.test(next)) return text[point] !== '.' || text[point - 1] === ' ';
  if (text[point] !== '.') return true;
  const before = text.slice(Math.max(0, point - 12), point + 1);
  if (!hasCapitals && INITIALS.test(before)) return false;
  return AFTER_UNIT.test(before) ? /\p{L}/u.test(next) : !SHORT.test(before);
}

function push(sentences: Span[], text: string, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  if (end > start) sentences.push({ start, end });
}
