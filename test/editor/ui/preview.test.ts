import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import type { Frame } from 'playwright-core';
import { axeViolations } from './axe.ts';
import { editor } from './editor.ts';
import { previewAtRest, previewFrameWith } from './preview-frame.ts';
import {
  deleteTable,
  editPreviewed,
  openPreview,
  previewEverything,
  previewHostilePage,
  removeEverything,
  writeTable,
} from './preview-page.ts';
import { until } from './until.ts';
import { closeAll, openPage, screenshot, setSetting } from './workbench.ts';

/** Looks at the preview again and again: it is loaded anew when the server has news. */
const eventually = (selector: string, look: (frame: Frame) => Promise<void>): Promise<void> =>
  until(async () => look(await previewFrameWith(selector)));

/** As {@link eventually}, while the author types on: what VS Code sends a preview that is loading is lost until the next key. */
const whileTyping: typeof eventually = (selector, look) =>
  until(async () => {
    try {
      await until(async () => look(await previewFrameWith(selector)), ONE_LOOK);
    } catch (error) {
      await editPreviewed('## Sources\n', '## Sources\n\n');
      throw error;
    }
  });

const hasTab = (label: string): Promise<void> =>
  editor().driver.evaluate(async (vscode, wanted) => {
    const labels = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(tab => tab.label)).join(', ');
    if (!labels.includes(wanted)) throw new Error(labels);
  }, label);

/** In milliseconds. An action in a frame that is being replaced would wait far longer than we look again. */
const ONE_LOOK = 3000;
/** What Playwright waits by itself. */
const USUAL = 30_000;

describe('the preview', () => {
  before(() => editor().page.setDefaultTimeout(ONE_LOOK));
  after(() => editor().page.setDefaultTimeout(USUAL));
  afterEach(async () => {
    await closeAll();
    await setSetting('workbench.colorTheme', undefined);
  });
  after(removeEverything);

  it('shows the page’s card in place of its front matter, and marks a contradicted number', async () => {
    const { page } = editor();
    await openPage('findings/2024-mistakes-on-purpose.md');
    await page.keyboard.press('Control+K');
    await page.keyboard.press('v');
    await eventually('.research-wiki-contradicted', async frame => {
      const card = await frame.locator('.research-wiki-card').innerText();
      assert.match(card, /finding/i);
      assert.match(card, /2024-06-01/);
      assert.equal(await frame.locator('.frontmatter').count(), 0);
      const wrong = await frame.locator('.research-wiki-contradicted').allInnerTexts();
      assert.ok(
        wrong.some(text => /36\.44\s*≠\s*34\.46/.test(text)),
        wrong.join(', '),
      );
    });
    await screenshot('preview');
  });

  it('shows the table’s row while the pointer or the focus is on a number, until Escape', async () => {
    await previewEverything();
    await eventually('.research-wiki-contradicted', async frame => {
      const note = frame.locator('.research-wiki-contradicted > .research-wiki-note');
      assert.equal(await note.isVisible(), false);
      // A note that is still shown where the pointer rests would be in the way.
      await editor().page.mouse.move(5, 5);
      await frame.locator('.research-wiki-contradicted').hover();
      assert.match(await note.innerText(), /34\.46[\s\S]*severe/);
      await screenshot('preview-number');
      await editor().page.keyboard.press('Escape');
      await frame.locator('body').press('Escape');
      assert.equal(await note.isVisible(), false);
      await frame.locator('a:has(> .research-wiki-contradicted)').focus();
      assert.equal(await note.isVisible(), true);
      const link = frame.locator('a:has(> .research-wiki-contradicted)');
      const id = await link.getAttribute('aria-describedby');
      assert.match((await frame.locator(`#${id}`).textContent())!, /34\.46/);
    });
  });

  it('shows a data table that is sorted by keyboard, and stays so while the author types', async () => {
    await previewEverything();
    await previewAtRest('.research-wiki-table');
    const order = (frame: Frame) => frame.locator('.research-wiki-table [role=rowheader]').allInnerTexts();
    await eventually('.research-wiki-table', async frame => {
      const button = frame.getByRole('button', { name: 'total' });
      await button.focus();
      await frame.evaluate(() => Object.assign(globalThis, { marked: true }));
      await button.press('Enter');
      assert.deepEqual(await order(frame), ['vanilla', 'mild', 'severe', 'mixed']);
      assert.equal(await frame.locator('[aria-sort]').getAttribute('aria-sort'), 'ascending');
      await button.press('Enter');
      assert.deepEqual(await order(frame), ['severe', 'mild', 'vanilla', 'mixed']);
    });
    const { driver } = editor();
    await driver.evaluate(async vscode => {
      const typed = vscode.window.visibleTextEditors.find(({ document }) =>
        document.uri.path.endsWith('previewed.md'),
      )!;
      const { lineCount } = typed.document;
      await typed.edit(edit => edit.insert(new vscode.Position(lineCount, 0), '\nTyped by the author.\n'));
    }, undefined);
    await eventually('.research-wiki-table', async frame => {
      assert.match(await frame.locator('body').innerText(), /Typed by the author/);
      assert.deepEqual(await order(frame), ['severe', 'mild', 'vanilla', 'mixed']);
      assert.ok(await frame.evaluate(() => 'marked' in globalThis), 'typing has loaded the preview anew');
      const line = await frame.locator('div.code-line:has(> .research-wiki-table)').getAttribute('data-line');
      assert.equal(line, '18');
    });
  });

  it('says why a link is broken, links page paths, and lists who links to the page', async () => {
    await previewEverything();
    await eventually('a.research-wiki-broken', async frame => {
      const reasons = await frame.locator('a.research-wiki-broken .research-wiki-note').allTextContents();
      assert.deepEqual(reasons, [
        'no page at "concepts/candour.md"',
        'no heading "history" in "concepts/honesty.md"',
      ]);
      assert.match(await frame.locator('.research-wiki-missing').innerText(), /Ablations: no file at/);
      assert.equal(
        await frame.locator('a[data-href="../concepts/honesty.md"]').innerText(),
        'concepts/honesty',
      );
    });
    // A click into a frame that is being replaced leads nowhere.
    await until(async () => {
      const link = 'a[data-href="../concepts/honesty.md"]';
      await (await previewFrameWith(link)).locator(link).click();
      await until(() => hasTab('honesty.md'), ONE_LOOK);
    });
    await closeAll();
    await openPreview('concepts/honesty.md', '.research-wiki-backlinks');
    await eventually('.research-wiki-backlinks', async shown => {
      const text = await shown.locator('.research-wiki-backlinks').innerText();
      assert.match(text, /\d+ pages link here/);
      assert.match(text, /In this respect concepts\/honesty has more to say\./);
      assert.deepEqual(await axeViolations(shown, 'body'), []);
      await shown.locator('.research-wiki-backlinks').scrollIntoViewIfNeeded();
      await screenshot('preview-backlinks');
    });
  });

  for (const theme of [
    'Default Light Modern',
    'Default Dark Modern',
    'Default High Contrast',
    'Default High Contrast Light',
  ]) {
    it(`is accessible and legible in ${theme}`, async () => {
      await setSetting('workbench.colorTheme', theme);
      await previewEverything();
      const name = theme.replace('Default ', '').toLowerCase().replaceAll(' ', '-');
      await eventually('.research-wiki-contradicted', async frame => {
        await frame.locator('.research-wiki-bound').hover();
        assert.deepEqual(await axeViolations(frame, 'body'), []);
        await screenshot(`preview-${name}`);
      });
    });
  }

  it('fits into a narrow pane, and says on paper what a pointer would show', async () => {
    const { page } = editor();
    const size = page.viewportSize()!;
    await previewEverything();
    await page.setViewportSize({ width: 640, height: size.height });
    try {
      await eventually('.research-wiki-contradicted', async frame => {
        const wide = 'document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth';
        const over = await frame.evaluate<number>(wide);
        assert.ok(over <= 0, `${over} pixels too wide`);
      });
      await screenshot('preview-narrow');
      await page.emulateMedia({ media: 'print' });
      await eventually('.research-wiki-contradicted', async frame => {
        assert.equal(
          await frame.locator('.research-wiki-contradicted > .research-wiki-note').isVisible(),
          true,
        );
      });
    } finally {
      await page.emulateMedia({ media: null });
      await page.setViewportSize(size);
    }
  });

  it('shows the reason in the place of a table whose file is deleted, until it is back', async () => {
    await previewEverything();
    await deleteTable();
    await eventually('.research-wiki-missing', async frame => {
      assert.equal(await frame.locator('.research-wiki-table').count(), 0);
      assert.match(
        (await frame.locator('.research-wiki-missing').allInnerTexts()).join('\n'),
        /Deception by training data: no file at "data\/previewed\.csv"/,
      );
    });
    await writeTable();
    await previewFrameWith('.research-wiki-table');
  });

  it('follows a number that the author corrects', async () => {
    await previewEverything();
    await previewAtRest('.research-wiki-contradicted');
    await until(() => editPreviewed('36.44', '34.46'));
    await whileTyping('.research-wiki-bound', async frame => {
      assert.deepEqual(
        (await frame.locator('.research-wiki-bound').allInnerTexts()).map(text => text.trim()),
        ['34.46', '26.94'],
      );
      assert.equal(await frame.locator('.research-wiki-contradicted, .research-wiki-misquoted').count(), 0);
    });
  });

  it('leaves a document alone that is no page, and shows a page in a diff as it is', async () => {
    const { driver, page, wiki } = editor();
    await driver.evaluate(async vscode => {
      const content =
        '---\ntype: finding\n---\n\nUnsaved 1.5 in concepts/honesty.\n\n![t](data/mixture.csv)\n';
      await vscode.window.showTextDocument(
        await vscode.workspace.openTextDocument({ language: 'markdown', content }),
      );
    }, undefined);
    await page.keyboard.press('Control+K');
    await page.keyboard.press('v');
    const untitled = await previewFrameWith('p:has-text("Unsaved")');
    assert.equal(await untitled.locator('[class*="research-wiki-"]').count(), 0);
    await closeAll();
    await driver.evaluate(async (vscode, root) => {
      const [left, right] = ['concepts/sycophancy.md', 'concepts/honesty.md'].map(path =>
        vscode.Uri.joinPath(vscode.Uri.file(root), path),
      );
      await vscode.commands.executeCommand('vscode.diff', left, right);
    }, wiki);
    await page.keyboard.press('Control+K');
    await page.keyboard.press('v');
    await previewFrameWith('.research-wiki-card');
  });

  it('shows mark-up of fields, cells and captions as text, and runs nothing', async () => {
    await previewHostilePage();
    await eventually('.research-wiki-table', async frame => {
      assert.match(
        await frame.locator('.research-wiki-table').innerText(),
        /<script>window\.planted=1<\/script>/,
      );
      assert.equal(await frame.locator('.research-wiki-table img, .research-wiki-card img').count(), 0);
      assert.equal(await frame.locator('a[href^="javascript:"]').count(), 0);
      assert.equal(await frame.evaluate(() => 'planted' in globalThis), false);
    });
  });
});
