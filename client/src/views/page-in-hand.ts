import * as vscode from 'vscode';
import { isOpen, isPage } from '../page-tabs.ts';

/** The page that the author works on, for the views that speak of it. */
export interface PageInHand extends vscode.Disposable {
  /** Its URI; undefined where another file, or none, is in front. */
  readonly uri: string | undefined;
  readonly onDidChange: vscode.Event<void>;
}

/** Who walks through tabs is not followed step by step. In milliseconds. */
const PAUSE = 80;

/** Follows the active editor. While none is, as in a preview or a panel, the page stays as long as it is open. */
export function followPageInHand(): PageInHand {
  const changed = new vscode.EventEmitter<void>();
  let uri = pageOf(vscode.window.activeTextEditor ?? vscode.window.visibleTextEditors.find(pageOf));
  let timer: NodeJS.Timeout | undefined;
  const follow = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const active = vscode.window.activeTextEditor;
      const next = active ? pageOf(active) : uri !== undefined && isOpen(uri) ? uri : undefined;
      if (next === uri) return;
      uri = next;
      changed.fire();
    }, PAUSE);
  };
  const listeners = [
    vscode.window.onDidChangeActiveTextEditor(follow),
    vscode.window.tabGroups.onDidChangeTabs(follow),
  ];
  return {
    get uri() {
      return uri;
    },
    onDidChange: changed.event,
    dispose() {
      clearTimeout(timer);
      for (const each of [...listeners, changed]) each.dispose();
    },
  };
}

const pageOf = (editor: vscode.TextEditor | undefined): string | undefined =>
  isPage(editor) ? editor.document.uri.toString() : undefined;
