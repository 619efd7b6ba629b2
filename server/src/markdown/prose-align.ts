/**
 * Where each character of a text node's value stands in its source: value and source differ by escapes, entities,
 * and what begins a continued line (indentation, `>`). Offsets count in the source.
 */
export interface Alignment {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const PUNCTUATION = /[!-/:-@[-`{-~]/;
const ENTITY = /&(?:#[xX]([0-9a-fA-F]{1,6})|#(\d{1,7})|[A-Za-z][A-Za-z0-9]{1,31});/y;
const LINE_PREFIX = /[ \t]*(?:\r\n|\r|\n)(?:[ \t]*>)*[ \t]*/y;

/** Aligns a node's value with its source slice. Never fails: what cannot be told apart maps to the nearest place. */
export function alignText(value: string, source: string): Alignment {
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  while (starts.length < value.length) {
    const index = starts.length;
    const step = stepAt(value, index, source, at);
    for (let count = 0; count < step.produced; count++) {
      starts.push(step.start);
      ends.push(step.end);
    }
    at = step.end;
  }
  return { starts, ends };
}

interface Step {
  readonly start: number;
  readonly end: number;
  /** How many characters of the value come from `[start, end)`. */
  readonly produced: number;
}

function stepAt(value: string, index: number, source: string, at: number): Step {
  const char = value[index]!;
  if (at >= source.length) return { start: source.length, end: source.length, produced: 1 };
  if (char === '\n') {
    LINE_PREFIX.lastIndex = at;
    const prefix = LINE_PREFIX.exec(source);
    if (prefix) return { start: at, end: at + prefix[0].length, produced: 1 };
  }
  if (source[at] === '&') {
    ENTITY.lastIndex = at;
    const entity = ENTITY.exec(source);
    if (entity && !value.startsWith(entity[0], index)) {
      const end = at + entity[0].length;
      return { start: at, end, produced: producedBy(entity, value, index) };
    }
  }
  if (source[at] === '\\' && PUNCTUATION.test(source[at + 1] ?? '') && source[at + 1] === char) {
    return { start: at, end: at + 2, produced: 1 };
  }
  if (source[at] === char) return { start: at, end: at + 1, produced: 1 };
  // Something was left out here; go on where the character comes next, if it comes soon.
  const next = source.indexOf(char, at);
  if (next >= 0 && next - at < 40) return { start: next, end: next + 1, produced: 1 };
  return { start: at, end: at + 1, produced: 1 };
}

/** HTML's names give one character, or one with a mark behind it; `&fjlig;` alone gives two letters. */
function producedBy(entity: RegExpExecArray, value: string, index: number): number {
  const size = value.codePointAt(index)! > 0xffff ? 2 : 1;
  if (entity[1] !== undefined || entity[2] !== undefined) return size;
  return entity[0] === '&fjlig;' || /\p{M}|\u200a/u.test(value[index + size] ?? '') ? size + 1 : size;
}
