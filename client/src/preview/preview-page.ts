import type { PreviewData, PreviewMark } from '../../../server/src/lsp/protocol.ts';

/** What one rendering of a page uses, and what became of it. One object for each rendering. */
export interface PreviewPage {
  readonly data: PreviewData;
  /** Marks that were found in the rendered text. */
  readonly found: Set<PreviewMark>;
}

interface Marks {
  readonly byLine: ReadonlyMap<number, readonly PreviewMark[]>;
  readonly ids: ReadonlyMap<PreviewMark, string>;
}

const known = new WeakMap<PreviewData, Marks>();

function marksOf(data: PreviewData): Marks {
  let marks = known.get(data);
  if (!marks) known.set(data, (marks = readMarks(data)));
  return marks;
}

function readMarks({ marks }: PreviewData): Marks {
  const byLine = new Map<number, PreviewMark[]>();
  for (const mark of marks) {
    const line = byLine.get(mark.line);
    if (line) line.push(mark);
    else byLine.set(mark.line, [mark]);
  }
  return { byLine, ids: new Map(marks.map((mark, index) => [mark, `research-wiki-note-${index}`])) };
}

export const marksOnLine = (data: PreviewData, line: number): readonly PreviewMark[] =>
  marksOf(data).byLine.get(line) ?? [];

/** The id of what is said of a mark. */
export const markId = (data: PreviewData, mark: PreviewMark): string => marksOf(data).ids.get(mark)!;

/**
 * Whether a page must be rendered anew to show `fresh`. Rendering reloads the preview, so that marks which only moved
 * are no reason, as long as each number was found where it was.
 */
export function mustRender(shown: PreviewPage, fresh: PreviewData): boolean {
  if (JSON.stringify(shown.data) === JSON.stringify(fresh)) return false;
  const missed = shown.data.marks.some(mark => mark.kind === 'number' && !shown.found.has(mark));
  return missed || visible(shown.data) !== visible(fresh);
}

function visible({ marks, ...rest }: PreviewData): string {
  return JSON.stringify([rest, marks.map(({ line: _, character: __, ...mark }) => mark)]);
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
 * The data with its marks where they stand after the change, those that it touched left out. With it the preview can
 * be rendered right while the server still reads the new text.
 */
export function moved(data: PreviewData, { range, text }: TextChange): PreviewData {
  const lines = text.split('\n');
  const end = {
    line: range.start.line + lines.length - 1,
    character: lines.at(-1)!.length + (lines.length === 1 ? range.start.character : 0),
  };
  const marks = data.marks.flatMap((mark): PreviewMark | [] => {
    if (isAtOrBefore(mark.line, mark.character + mark.length, range.start)) return mark;
    if (isBefore(mark, range.end)) return [];
    const line = mark.line - range.end.line + end.line;
    const sameLine = mark.line === range.end.line;
    const character = sameLine ? mark.character - range.end.character + end.character : mark.character;
    return { ...mark, line, character };
  });
  return { ...data, marks };
}

function isAtOrBefore(line: number, character: number, place: Place): boolean {
  return line < place.line || (line === place.line && character <= place.character);
}

function isBefore(a: Place, b: Place): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
