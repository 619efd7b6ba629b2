import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { editor } from './editor.ts';
import { problemsPanel } from './problems-panel.ts';
import { suggestWidget } from './suggest-widget.ts';
import { until } from './until.ts';
import { closeAll, command, goTo, openPage, screenshot, setSetting } from './workbench.ts';

const PAGE = 'findings/2025-small-doses.md';
const MISTAKES = 'findings/2024-mistakes-on-purpose.md';

describe('beside VS Code’s own Markdown support', () => {
  afterEach(async () => {
    await setSetting('markdown.validate.enabled', undefined);
    await closeAll();
  });

  it('no row of the list stands twice after Ctrl+Space in a destination', async () => {
    const { page } = editor();
    await goTo(PAGE, '\n## Sources');
    await page.keyboard.type('- [x](');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Space');
    await suggestWidget.opened();
    await screenshot('nothing-twice-completion');
    const rows = await suggestWidget.rows();
    assert.deepEqual(rows, [...new Set(rows)]);
    await suggestWidget.close();
  });

  for (const validate of [false, true]) {
    it(`no problem stands twice with markdown.validate.enabled ${validate}`, async () => {
      await setSetting('markdown.validate.enabled', validate);
      await openPage(MISTAKES);
      const problems = await until(async () => {
        const found = await diagnosticsOf(MISTAKES);
        const broken = found.filter(({ text }) => text === 'honestly' || text.includes('honestly'));
        assert.ok(broken.length > 0, 'the broken link is reported');
        if (validate)
          assert.ok(
            found.some(({ source }) => source !== 'research-wiki'),
            'VS Code has validated',
          );
        return found;
      });
      const places = problems.map(({ line, text }) => `${line}: ${text}`);
      const twice = places.filter((place, index) => places.indexOf(place) !== index);
      // A page's own heading bears every section that it lacks.
      assert.deepEqual(
        twice.filter(place => !place.includes('Mistakes on purpose')),
        [],
      );
      await problemsPanel.open();
      await screenshot(`nothing-twice-validate-${validate}`);
    });
  }

  it('the outline has one tree', async () => {
    await openPage(PAGE);
    await command('outline.focus');
    const rows = editor().page.locator('.outline-pane .monaco-list-row');
    await rows.first().waitFor();
    const labels = await rows.allInnerTexts();
    assert.deepEqual(labels, [...new Set(labels)]);
    assert.ok(!labels.some(label => label.includes('Markdown Language Features')), 'no second provider');
  });
});

interface Problem {
  readonly source: string;
  readonly line: number;
  readonly text: string;
}

function diagnosticsOf(path: string): Promise<readonly Problem[]> {
  return editor().driver.evaluate(async (vscode, file) => {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.file(file));
    return vscode.languages.getDiagnostics(document.uri).map(({ source, range }) => ({
      source: source ?? 'none',
      line: range.start.line,
      text: document.getText(range),
    }));
  }, `${editor().wiki}/${path}`);
}
