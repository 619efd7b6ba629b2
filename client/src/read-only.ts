import picomatch from 'picomatch/posix.js';
import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient/node';

/*
 * VS Code's API changes a document that it shows as read-only in memory, says that it had, and never saves it. So whoever
 * edits asks here first.
 */

/** Rejects, with what the author reads, where one of these files is read-only. */
export async function refuseReadOnly(files: readonly vscode.Uri[]): Promise<void> {
  const reason = await reasonAgainst(files);
  if (reason !== undefined) throw new Error(reason);
}

/** The language server's own edits, which it is told were not applied, and why. */
export const refuseReadOnlyEdits: NonNullable<
  NonNullable<Middleware['workspace']>['handleApplyEdit']
> = async (params, next) => {
  const { changes = {}, documentChanges = [] } = params.edit;
  const edited = documentChanges.flatMap(change => ('textDocument' in change ? change.textDocument.uri : []));
  const files = [...Object.keys(changes), ...edited].map(uri => vscode.Uri.parse(uri, true));
  const failureReason = await reasonAgainst(files);
  if (failureReason !== undefined) return { applied: false, failureReason };
  return next(params, new vscode.CancellationTokenSource().token);
};

async function reasonAgainst(files: readonly vscode.Uri[]): Promise<string | undefined> {
  for (const file of files) {
    if (isReadOnlyBySetting(file) || (await isReadOnlyOnDisk(file)))
      return vscode.l10n.t('"{0}" is read-only.', vscode.workspace.asRelativePath(file));
  }
  return undefined;
}

/** Asks what VS Code asks: patterns for paths in the folder, of which those of the second setting win. */
function isReadOnlyBySetting(file: vscode.Uri): boolean {
  const settings = vscode.workspace.getConfiguration('files', file);
  const paths = [vscode.workspace.asRelativePath(file, false), file.path];
  const holds = (setting: string): boolean =>
    Object.entries(settings.get<Record<string, boolean>>(setting, {})).some(
      ([glob, on]) => on && paths.some(path => picomatch.isMatch(path, glob, { dot: true })),
    );
  return holds('readonlyInclude') && !holds('readonlyExclude');
}

/** A file that is not there yet is none. */
const isReadOnlyOnDisk = (file: vscode.Uri): Thenable<boolean> =>
  vscode.workspace.fs.stat(file).then(
    ({ permissions = 0 }) => (permissions & vscode.FilePermission.Readonly) !== 0,
    () => false,
  );
