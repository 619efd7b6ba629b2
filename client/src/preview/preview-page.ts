import type { PreviewData, PreviewNumber } from '../../../server/src/lsp/protocol.ts';

/** What one rendering of a page uses, and what became of it. One object for each rendering. */
export interface PreviewPage {
  readonly data: PreviewData;
  /** Numbers that were found in the rendered text. */
  readonly found: Set<PreviewNumber>;
}

const byLine = new WeakMap<PreviewData, ReadonlyMap<number, readonly PreviewNumber[]>>();

export function numbersOnLine(data: PreviewData, line: number): readonly PreviewNumber[] {
  const lines = byLine.get(data) ?? groupByLine(data.numbers);
  byLine.set(data, lines);
  return lines.get(line) ?? [];
}

function groupByLine(numbers: readonly PreviewNumber[]): ReadonlyMap<number, readonly PreviewNumber[]> {
  const lines = new Map<number, PreviewNumber[]>();
  for (const number of numbers) {
    const line = lines.get(number.line);
    if (line) line.push(number);
    else lines.set(number.line, [number]);
  }
  return lines;
}

/**
 * Whether a page must be rendered anew to show `fresh`. Rendering reloads the preview, so that numbers which only
 * moved are no reason, as long as each was found where it was.
 */
export function mustRender(shown: PreviewPage, fresh: PreviewData): boolean {
  if (JSON.stringify(shown.data) === JSON.stringify(fresh)) return false;
  return shown.found.size < shown.data.numbers.length || visible(shown.data) !== visible(fresh);
}

function visible({ card, numbers }: PreviewData): string {
  return JSON.stringify([
    card,
    numbers.map(({ text, verdict, bound, message }) => [text, verdict, bound, message]),
  ]);
}

/** A change as the editor tells it: positions are zero-based, in UTF-16 units. */
export interface TextChange {
  readonly range: { readonly start: Place; readonly end: Place };
  readonly text: string;
}
interface Place {
  readonly line: number;
  readonly character: number;
}

/**
 * The data with its numbers where they stand after the change, those that it touched left out. With it the preview can
 * be rendered right while the server still reads the new text.
 */
export function moved(data: PreviewData, { range, text }: TextChange): PreviewData {
  const lines = text.split('\n');
  const end = {
    line: range.start.line + lines.length - 1,
    character: lines.at(-1)!.length + (lines.length === 1 ? range.start.character : 0),
  };
  const numbers = data.numbers.flatMap((number): PreviewNumber | [] => {
    if (isAtOrBefore(number.line, number.character + number.length, range.start)) return number;
    if (isBefore(number, range.end)) return [];
    const line = number.line - range.end.line + end.line;
    const sameLine = number.line === range.end.line;
    const character = sameLine ? number.character - range.end.character + end.character : number.character;
    return { ...number, line, character };
  });
  return { ...data, numbers };
}

function isAtOrBefore(line: number, character: number, place: Place): boolean {
  return line < place.line || (line === place.line && character <= place.character);
}

function isBefore(a: Place, b: Place): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
