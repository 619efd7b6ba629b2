import type { Position } from 'vscode-languageserver-protocol';

/** Takes the cursor `|` out of a text and says where it stood. */
export function atCursor(marked: string): { text: string; position: Position } {
  const offset = marked.indexOf('|');
  const before = marked.slice(0, offset).split('\n');
  return {
    text: marked.slice(0, offset) + marked.slice(offset + 1),
    position: { line: before.length - 1, character: before.at(-1)!.length },
  };
}
