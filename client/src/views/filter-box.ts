import * as vscode from 'vscode';

/** A view is drawn anew so long after the last key, in milliseconds. */
const PAUSE = 150;

/** Asks for the words of a filter, and applies them while they are typed. */
export function askFilter(before: string, apply: (filter: string) => void): Promise<void> {
  const { t } = vscode.l10n;
  const box = vscode.window.createInputBox();
  box.title = t('Filter Pages');
  box.placeholder = t('Words of title, path, type or status');
  box.value = before;
  return new Promise(resolve => {
    let timer: NodeJS.Timeout | undefined;
    let result = before;
    box.onDidChangeValue(value => {
      clearTimeout(timer);
      timer = setTimeout(() => apply(value.trim()), PAUSE);
    });
    box.onDidAccept(() => {
      result = box.value.trim();
      box.hide();
    });
    box.onDidHide(() => {
      clearTimeout(timer);
      apply(result);
      box.dispose();
      resolve();
    });
    box.show();
  });
}
