import { join } from 'node:path';
import type { OpenEditor, OpenWindow } from '../launch/open-editor.ts';
import { editor } from './editor.ts';

/** What a window shows of ours on a page of the wiki: line, rule and message, in the order of the page. */
export async function reported(
  { driver }: OpenWindow | OpenEditor,
  path: string,
): Promise<readonly string[]> {
  const found = await driver.evaluate(
    (vscode, file) =>
      vscode.languages
        .getDiagnostics(vscode.Uri.file(file))
        .filter(({ source }) => source === 'research-wiki')
        .map(({ range, code, message }) => ({
          line: range.start.line,
          rule: typeof code === 'object' ? code.value : code,
          message,
        })),
    join(editor().wiki, path),
  );
  return found.map(({ line, rule, message }) => `${String(line).padStart(5)} ${rule} ${message}`).sort();
}
