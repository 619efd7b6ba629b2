import { join } from 'node:path';
import { editor } from './editor.ts';

/** How many broken links the editor lists of a page, by its path in the wiki. */
export const brokenIn = (path: string): Promise<number> =>
  editor().driver.evaluate(
    (vscode, file) =>
      vscode.languages
        .getDiagnostics(vscode.Uri.file(file))
        .filter(({ code }) => typeof code === 'object' && code.value === 'links/broken-page').length,
    join(editor().wiki, path),
  );
