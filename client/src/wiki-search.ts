import * as vscode from 'vscode';
import { declaresFinding } from './declares-finding.ts';

const SCHEMA_FILES = '**/research-wiki.yaml';
const FINDINGS = '**/findings/*.md';
const SKIPPED = '**/node_modules/**';
/** A folder without a schema is known by its findings; so many are read to tell, and none that is bigger. */
const PAGES_READ = 20;
const BIGGEST_PAGE = 1_000_000;

/** Calls `found` once: now if the workspace holds a wiki, else as soon as it does. `searched` resolves when that is settled. */
export function whenWikiFound(
  found: () => unknown,
): vscode.Disposable & { readonly searched: Promise<unknown> } {
  const waiting: vscode.Disposable[] = [];
  const stopWaiting = () => {
    for (const each of waiting.splice(0)) each.dispose();
  };
  let done = false;
  const tell = () => {
    if (done) return;
    done = true;
    stopWaiting();
    found();
  };
  const search = async () => {
    if (!done && (await workspaceHoldsWiki())) tell();
  };

  const searched = search();
  void searched.then(() => {
    if (done) return;
    const schemas = vscode.workspace.createFileSystemWatcher(SCHEMA_FILES, false, true, true);
    const findings = vscode.workspace.createFileSystemWatcher(FINDINGS, false, false, true);
    const check = async (page: vscode.Uri) => {
      if (!done && (await isFinding(page))) tell();
    };
    waiting.push(
      schemas,
      schemas.onDidCreate(uri => uri.scheme === 'file' && tell()),
      findings,
      findings.onDidCreate(check),
      findings.onDidChange(check),
      vscode.workspace.onDidChangeWorkspaceFolders(search),
    );
  });
  return {
    searched,
    dispose: () => {
      done = true;
      stopWaiting();
    },
  };
}

async function workspaceHoldsWiki(): Promise<boolean> {
  const schemas = await vscode.workspace.findFiles(SCHEMA_FILES, SKIPPED, 1);
  if (schemas.some(uri => uri.scheme === 'file')) return true;
  for (const page of await vscode.workspace.findFiles(FINDINGS, SKIPPED, PAGES_READ)) {
    if (await isFinding(page)) return true;
  }
  return false;
}

/** The server reads from the disk, so that only files count. */
async function isFinding(page: vscode.Uri): Promise<boolean> {
  if (page.scheme !== 'file') return false;
  try {
    if ((await vscode.workspace.fs.stat(page)).size > BIGGEST_PAGE) return false;
    return declaresFinding(new TextDecoder().decode(await vscode.workspace.fs.readFile(page)));
  } catch {
    return false; // It may be gone again, or may not be ours to read.
  }
}
