import picomatch from 'picomatch/posix.js';
import * as vscode from 'vscode';

const MARKDOWN = 'vscode.markdown-language-features';

/** A file or folder that is about to move. */
export interface FileMove {
  readonly oldUri: vscode.Uri;
  readonly newUri: vscode.Uri;
}

/**
 * The files and folders among these whose own links VS Code's Markdown support will update once they are moved, if the
 * user lets it. It must be running by then to hear of the move. The links that it updates must not be updated twice.
 */
export async function movesOfVsCode(moves: readonly FileMove[]): Promise<readonly FileMove[]> {
  const markdown = vscode.extensions.getExtension(MARKDOWN);
  if (!markdown) return [];
  const theirs: FileMove[] = [];
  for (const move of moves) if (await isUpdated(move)) theirs.push(move);
  if (theirs.length > 0) await markdown.activate();
  return theirs;
}

/** Asks what VS Code asks: the setting, patterns for the new path, and another setting for folders. */
async function isUpdated({ oldUri, newUri }: FileMove): Promise<boolean> {
  const settings = vscode.workspace.getConfiguration('markdown', newUri);
  if (settings.get('updateLinksOnFileMove.enabled', 'never') === 'never') return false;
  const include = settings.get<readonly string[]>('updateLinksOnFileMove.include', []);
  if (include.some(glob => picomatch.isMatch(newUri.fsPath.replaceAll('\\', '/'), glob))) return true;
  if (!settings.get('updateLinksOnFileMove.enableForDirectories', true)) return false;
  return vscode.workspace.fs.stat(oldUri).then(
    ({ type }) => type === vscode.FileType.Directory,
    () => false,
  );
}

/** Whether VS Code updates links without asking first. */
export const isUpdatedWithoutQuestion = ({ newUri }: FileMove): boolean =>
  vscode.workspace.getConfiguration('markdown', newUri).get('updateLinksOnFileMove.enabled') === 'always';
