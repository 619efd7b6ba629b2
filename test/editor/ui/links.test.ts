import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { editor } from './editor.ts';
import { suggestWidget } from './suggest-widget.ts';
import { until } from './until.ts';
import { closeAll, goTo, openPage, screenshot, textOf } from './workbench.ts';

const FINDING = 'findings/2025-small-doses.md';
const CONCEPT = 'concepts/truthfulness.md';

/** Rows of the peek: a file each, and the places of those that are open. */
const peekRows = () => editor().page.locator('.peekview-widget .monaco-list-row');

describe('links', () => {
  afterEach(closeAll);

  it('a line over the title says who links here, and a click lists them', async () => {
    const { page } = editor();
    await openPage(CONCEPT);
    const lens = page.locator('.codelens-decoration a', { hasText: 'link here' });
    await lens.first().waitFor();
    await screenshot('lens-backlinks');
    await lens.first().click();
    await peekRows().first().waitFor();
    await screenshot('lens-backlinks-peek');
    const rows = await peekRows().allInnerTexts();
    assert.ok(
      rows.some(row => row.includes('honesty.md')),
      rows.join(' | '),
    );
    await page.keyboard.press('Escape');
  });

  it('two brackets leave a plain link and nothing else', async () => {
    const { page } = editor();
    await goTo(FINDING, '\n## Sources');
    await page.keyboard.type('See [[trut');
    await suggestWidget.opened();
    await suggestWidget.accept('Truthfulness');
    await until(async () =>
      assert.match(await textOf(FINDING), /^See \[Truthfulness\]\(\.\.\/concepts\/truthfulness\.md\)$/m),
    );
  });

  it('a page that fits stands before a new one', async () => {
    const { page } = editor();
    await goTo(FINDING, '\n## Cross-references');
    await page.keyboard.type('- [Hon');
    await suggestWidget.opened();
    await screenshot('completion-fitting-first');
    await until(async () => {
      const rows = await suggestWidget.rows();
      assert.match(rows[0]!, /^Honesty/);
      assert.match(rows.at(-1)!, /^Create concept "Hon"/);
    });
    await suggestWidget.close();
  });

  it('a name that no page has makes one, after a question', async () => {
    const { page, driver, wiki } = editor();
    await goTo(FINDING, '\n## Cross-references');
    await page.keyboard.type('- [Sandbagging');
    await suggestWidget.opened();
    await screenshot('completion-new-page');
    await suggestWidget.accept('Create concept "Sandbagging"');
    const dialog = page.locator('.monaco-dialog-box .monaco-button', { hasText: 'Create' });
    await dialog.first().click();
    await until(async () =>
      assert.match(
        await textOf('concepts/sandbagging.md'),
        /# Sandbagging[^]*## Instantiating findings[^]*\(\.\.\/findings\/2025-small-doses\.md\)/,
      ),
    );
    assert.match(await textOf(FINDING), /^- \[Sandbagging\]\(\.\.\/concepts\/sandbagging\.md\)$/m);
    await closeAll();
    await driver.evaluate(async (vscode, file) => {
      await vscode.workspace.fs.delete(vscode.Uri.file(file));
    }, `${wiki}/concepts/sandbagging.md`);
  });

  it('after a page is deleted one message says who links to it, and Show lists them', async () => {
    const { page, driver, wiki } = editor();
    const text = await textOf(CONCEPT);
    const file = `${wiki}/${CONCEPT}`;
    await driver.evaluate(async (vscode, path) => {
      const edit = new vscode.WorkspaceEdit();
      edit.deleteFile(vscode.Uri.file(path));
      await vscode.workspace.applyEdit(edit);
    }, file);
    try {
      const toast = page.locator('.notification-toast', { hasText: 'link to "Truthfulness"' });
      await toast.first().waitFor();
      await screenshot('deleted-page');
      await toast.first().locator('.monaco-button', { hasText: 'Show' }).click();
      await peekRows().first().waitFor();
      await screenshot('deleted-page-peek');
      await page.keyboard.press('Escape');
    } finally {
      await driver.evaluate(
        async (vscode, { path, content }) => {
          await vscode.workspace.fs.writeFile(vscode.Uri.file(path), new TextEncoder().encode(content));
        },
        { path: file, content: text },
      );
    }
  });
});
