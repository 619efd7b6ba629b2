import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { editor } from './editor.ts';

/** Opens a page of the wiki as a user's tab, with the cursor at a zero-based line and character. */
export async function openPage(path: string, at = { line: 0, character: 0 }): Promise<void> {
  await editor().driver.evaluate(
    async (vscode, { file, line, character }) => {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.file(file));
      const position = new vscode.Position(line, character);
      await vscode.window.showTextDocument(document, {
        preview: false,
        selection: new vscode.Range(position, position),
      });
    },
    { file: join(editor().wiki, path), ...at },
  );
}

/** Puts the cursor before the first place of `text` in a page, which is opened, and gives its offset. */
export async function goTo(path: string, text: string): Promise<void> {
  const before = (await textOf(path)).split(text)[0]!.split('\n');
  await openPage(path, { line: before.length - 1, character: before.at(-1)!.length });
}

/** The text of a page as it stands in the editor, saved or not. */
export const textOf = (path: string): Promise<string> =>
  editor().driver.evaluate(
    async (vscode, file) => (await vscode.workspace.openTextDocument(vscode.Uri.file(file))).getText(),
    join(editor().wiki, path),
  );

/** Closes every tab and throws away what was not saved. */
export async function closeAll(): Promise<void> {
  await editor().page.keyboard.press('Escape');
  await editor().driver.evaluate(async vscode => {
    for (
      let left = 50;
      left > 0 && vscode.window.tabGroups.all.some(group => group.tabs.length > 0);
      left--
    ) {
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
    await vscode.commands.executeCommand('workbench.action.closePanel');
  }, undefined);
}

/** Runs a command by its id. Not for one that opens a dialog. */
export const command = (id: string): Promise<unknown> =>
  editor().driver.evaluate((vscode, name) => vscode.commands.executeCommand(name) as Promise<unknown>, id);

/** Keeps a picture of the window in `screenshots/`. */
export async function screenshot(name: string): Promise<void> {
  const folder = join(import.meta.dirname, '../screenshots');
  mkdirSync(folder, { recursive: true });
  await editor().page.screenshot({ path: join(folder, `${name}.png`) });
}

/** Sets a setting of the user's, or takes it back with undefined. */
export async function setSetting(name: string, value: unknown): Promise<void> {
  await editor().driver.evaluate(
    async (vscode, setting) => {
      await vscode.workspace
        .getConfiguration()
        .update(setting.name, setting.value, vscode.ConfigurationTarget.Global);
    },
    { name, value },
  );
}
