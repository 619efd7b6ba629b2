import type { OpenEditor } from '../launch/open-editor.ts';

let current: OpenEditor | undefined;

/** The launcher opens one editor for all tests. */
export const useEditor = (editor: OpenEditor): void => {
  current = editor;
};

export function editor(): OpenEditor {
  if (!current) throw new Error('the tests of the editor run by test/editor/run.ts');
  return current;
}
