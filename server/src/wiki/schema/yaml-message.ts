import type { YamlProblem } from '../../markdown/facts.ts';
import type { Span } from '../../text/span.ts';

/** What a YAML parser found wrong in a text, in words for people who write pages, with a span that can be seen. */
export function plainYamlProblem(text: string, { message, span }: YamlProblem): YamlProblem {
  const lower = message.toLowerCase();
  const plain = PLAIN.find(([part]) => lower.includes(part))?.[1] ?? message;
  return { message: plain, span: seen(text, span, plain) };
}

const KEY = /^[^\s:][^:\r\n]*/;
const LINE = /^\S(?:[^\r\n]*\S)?/;

/** A parser points at one character: the mark covers the key, the rest of the line, or the line that is not closed. */
function seen(text: string, span: Span, message: string): Span {
  if (message.startsWith('the closing')) {
    // In front matter the parser points at the line "---" behind it.
    const end = text.slice(0, text[span.start] === '-' ? span.start : span.start + 1).trimEnd().length;
    const line = text.slice(0, end).search(/\S[^\n]*$/);
    return line < 0 ? span : { start: line, end };
  }
  if (span.end - span.start > 1) return span;
  const found = (message === TWICE ? KEY : LINE).exec(text.slice(span.start, span.start + LONGEST));
  return found ? { start: span.start, end: span.start + found[0].length } : span;
}

const LONGEST = 200;
const TWICE = 'this key stands here twice';

const PLAIN: readonly (readonly [string, string])[] = [
  ['map keys must be unique', TWICE],
  ['nested mappings are not allowed in compact mappings', 'a value with ": " in it must stand in quotes'],
  ['plain value cannot start with', 'a value that begins with this character must stand in quotes'],
  ['tabs are not allowed as indentation', "a tab can't indent YAML; use spaces"],
  ['implicit keys need to be on a single line', 'a key must be followed by ":" on its line'],
  ['implicit map keys need to be followed by map values', 'a key must be followed by ":"'],
  [
    'all mapping items must start at the same column',
    'this key must begin in the same column as those above',
  ],
  [
    'all collection items must start at the same column',
    'this item must begin in the same column as those above',
  ],
  [
    'a block sequence may not be used as an implicit map key',
    'this item must begin in the same column as those above',
  ],
  ['unexpected block-seq-ind on same line with key', 'a list must begin on a line of its own'],
  ['unexpected scalar at node end', 'nothing may stand behind the closing quote'],
  ['source contains multiple documents', 'a line "---" or "..." ends the YAML here'],
  ['missing closing "quote', 'the closing " is missing'],
  ["missing closing 'quote", "the closing ' is missing"],
  ['flow sequence in block collection must be sufficiently indented', 'the closing ] is missing'],
  ['flow map in block collection must be sufficiently indented', 'the closing } is missing'],
  ['expected flow sequence to end with ]', 'the closing ] is missing'],
  ['expected flow map to end with }', 'the closing } is missing'],
  ['unresolved alias', 'a value that begins with "*" must stand in quotes'],
  ['excessive alias count', 'too many aliases'],
  ['maximum call stack', 'aliases without end'],
];
