import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { after, afterEach, before, describe, it } from 'mocha';
import { viewport } from '../launch/open-editor.ts';
import { editor } from './editor.ts';
import { until } from './until.ts';
import { viewsPane } from './views-pane.ts';
import { closeAll, goTo, openPage, screenshot, setSetting, textOf } from './workbench.ts';

const WRONG = 'findings/2024-mistakes-on-purpose.md';

/** The path of the document in front, as the editor has it. */
const inFront = (): Promise<string> =>
  editor().driver.evaluate(vscode => vscode.window.activeTextEditor?.document.uri.path ?? '', undefined);

const selected = (): Promise<string> =>
  editor().driver.evaluate(vscode => {
    const { activeTextEditor } = vscode.window;
    return activeTextEditor?.document.getText(activeTextEditor.selection) ?? '';
  }, undefined);

const pauseOf = (seconds: number): Promise<void> => wait(seconds * 1000);

describe('the views', () => {
  before(async () => {
    // Three views stand one above the other.
    await editor().page.setViewportSize({ ...viewport, height: 1300 });
    await viewsPane.open();
  });
  after(async () => {
    await viewsPane.close();
    await editor().page.setViewportSize(viewport);
  });
  afterEach(async () => {
    await closeAll();
    await setSetting('workbench.colorTheme', undefined);
  });

  describe('Wiki', () => {
    it('lists the pages of a type with their problems, and opens one', async () => {
      await viewsPane.unfold('Wiki', 'finding');
      await until(async () => {
        const rows = await viewsPane.rows('Wiki');
        assert.ok(
          rows.some(row => /^finding \d+ · \d+ errors, \d+ warnings/.test(row)),
          rows.join('\n'),
        );
        assert.ok(
          rows.some(row => /^Mistakes on purpose.*finished · \d+ errors, \d+ warnings/.test(row)),
          rows.join('\n'),
        );
      });
      await (await viewsPane.row('Wiki', 'Small doses are enough')).click();
      await until(async () => assert.match(await inFront(), /findings\/2025-small-doses\.md$/));
    });

    it('groups by status and by folder, and remembers it', async () => {
      await viewsPane.pressInTitle('Wiki', 'Group Pages by Status');
      await viewsPane.row('Wiki', 'stable');
      await viewsPane.pressInTitle('Wiki', 'Group Pages by Folder');
      await viewsPane.row('Wiki', 'findings');
      await viewsPane.pressInTitle('Wiki', 'Group Pages by Type');
      await viewsPane.row('Wiki', 'researcher');
    });

    it('filters while one types, says so, and shows all again', async () => {
      await viewsPane.pressInTitle('Wiki', 'Filter Pages');
      const { page } = editor();
      await page.locator('.quick-input-widget input.input').fill('doses');
      await until(async () => {
        const rows = await viewsPane.rows('Wiki');
        assert.deepEqual(
          rows.filter(row => !row.startsWith('finding')).map(row => row.split(' working')[0]),
          ['Small doses are enough'],
        );
      });
      await page.keyboard.press('Enter');
      assert.match(await viewsPane.pane('Wiki').locator('.pane-header').innerText(), /filter: doses/i);
      await screenshot('views-filter');
      await viewsPane.pressInTitle('Wiki', 'Clear Filter');
      await viewsPane.row('Wiki', 'researcher');
    });

    it('finds the backlinks of a page from its menu', async () => {
      await viewsPane.unfold('Wiki', 'concept');
      await viewsPane.choose('Wiki', 'Emergent misalignment', 'Find Backlinks');
      await editor().page.locator('.peekview-widget', { hasText: 'how-little-is-enough.md' }).waitFor();
    });

    it('renames a page by its title', async () => {
      await viewsPane.unfold('Wiki', 'concept');
      await viewsPane.choose('Wiki', 'Sycophancy', 'Rename...');
      const { page } = editor();
      await page.locator('.rename-box input').fill('Flattery');
      await page.keyboard.press('Enter');
      await until(async () => assert.match(await textOf('concepts/sycophancy.md'), /^# Flattery$/m));
      // VS Code saves what a rename has changed.
      await viewsPane.choose('Wiki', 'Flattery', 'Rename...');
      await page.locator('.rename-box input').fill('Sycophancy');
      await page.keyboard.press('Enter');
      await viewsPane.row('Wiki', 'Sycophancy');
    });

    it('makes a page of the type that is pointed at', async () => {
      const { page } = editor();
      await viewsPane.press('Wiki', 'thread', 'New Page of This Type', () =>
        page.locator('.quick-input-widget', { hasText: 'New thread' }).waitFor({ timeout: 1000 }),
      );
      await page.keyboard.press('Escape');
    });

    it('is walked through by keyboard', async () => {
      const { page } = editor();
      await viewsPane.unfold('Wiki', 'lens');
      const lens = await viewsPane.row('Wiki', 'lens');
      // A click folds it, and puts the focus there.
      await lens.click();
      await until(async () => assert.equal(await lens.getAttribute('aria-expanded'), 'false'));
      await page.keyboard.press('ArrowRight');
      await viewsPane.row('Wiki', 'Mechanistic');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await until(async () => assert.match(await inFront(), /lenses\/behavioural\.md$/));
    });
  });

  describe('This Page', () => {
    it('follows the editor, and says what the page lacks', async () => {
      await openPage(WRONG);
      await until(async () => {
        const rows = await viewsPane.rows('This Page');
        assert.ok(rows.includes('Sections 3 · 2 missing'), rows.join('\n'));
        assert.deepEqual(rows.slice(1, 6), [
          'Summary',
          'Method missing',
          'Key results',
          'Concepts',
          'Sources missing',
        ]);
        assert.ok(
          rows.some(row => /^Concepts 5 · 2 not listed back$/.test(row)),
          rows.join('\n'),
        );
      });
      await openPage('concepts/honesty.md');
      await until(async () =>
        assert.match(await viewsPane.pane('This Page').locator('.pane-header').innerText(), /honesty/i),
      );
    });

    it('adds a missing section by a click on it', async () => {
      await openPage(WRONG);
      await (await viewsPane.row('This Page', 'Method')).click();
      await until(async () => assert.match(await textOf(WRONG), /^## Method$/m));
      await until(async () => {
        const rows = await viewsPane.rows('This Page');
        assert.ok(rows.includes('Sections 4 · 1 missing'), rows.join('\n'));
      });
    });

    it('lists a page back where it is owed', async () => {
      await openPage(WRONG);
      await viewsPane.press('This Page', 'Truthfulness', 'List Page', async () =>
        assert.match(await textOf('concepts/truthfulness.md'), /2024-mistakes-on-purpose\.md/),
      );
      await until(async () => assert.match(await inFront(), /concepts\/truthfulness\.md$/));
    });

    it('leads to the sentence of a backlink', async () => {
      await openPage(WRONG);
      await viewsPane.unfold('This Page', 'Backlinks');
      await (await viewsPane.row('This Page', 'Can a machine be honest?')).click();
      await until(async () => assert.match(await selected(), /mistakes-on-purpose/));
    });
  });

  it('stand still while one types what changes nothing in them', async () => {
    const { page } = editor();
    await goTo(WRONG, 'This page is wrong');
    await viewsPane.row('This Page', 'Method');
    await viewsPane.row('Claims', '36.44');
    await page.mouse.move(700, 500);
    // What is drawn anew, by row. The buttons of a row are VS Code's own, and come and go with its menus.
    await page.evaluate(`
      window.redrawn = [];
      const elementOf = node => node instanceof Element ? node : node.parentElement;
      for (const rows of document.querySelectorAll('.pane .monaco-list-rows'))
        new MutationObserver(changes => {
          for (const { type, target } of changes) {
            const element = elementOf(target);
            if (element.closest('.actions')) continue;
            const row = element.closest('.monaco-list-row')?.ariaLabel ?? 'the list';
            window.redrawn.push(row + ': ' + type + ' in ' + element.className);
          }
        }).observe(rows, { subtree: true, childList: true, characterData: true });
    `);
    const redrawn = () => page.evaluate('window.redrawn') as Promise<string[]>;
    // What the tests before have changed may still be on its way to the views, once; what typing draws anew, it does each time.
    let anew: string[] = [];
    for (let round = 0; round < 3; round++) {
      for (let seen = -1; seen !== (await redrawn()).length; await pauseOf(4))
        seen = (await redrawn()).length;
      await page.evaluate('window.redrawn = []');
      await page.keyboard.type('Some more words. ', { delay: 40 });
      // Longer than it takes the server to tell, and the views to ask.
      await pauseOf(2);
      anew = await redrawn();
      if (anew.length === 0) break;
    }
    assert.deepEqual(anew, []);
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\n\n## Method\n\nHow.\n');
    await until(async () =>
      assert.ok((await viewsPane.rows('This Page')).includes('Sections 4 · 1 missing')),
    );
    assert.ok((await redrawn()).length > 0);
  });

  describe('Claims', () => {
    it('lists the numbers of the page, contradictions first, and leads to one', async () => {
      await openPage(WRONG);
      await until(async () => {
        const rows = await viewsPane.rows('Claims');
        assert.equal(rows[0], 'Contradicted 3', rows.join('\n'));
        assert.match(rows[1]!, /^36\.44 34\.46 in deceptionbench\.csv, severe medical, total/);
      });
      for (const theme of ['Default Dark Modern', 'Default Light Modern']) {
        await setSetting('workbench.colorTheme', theme);
        await editor().page.mouse.move(700, 500);
        await screenshot(`views-${theme.includes('Dark') ? 'dark' : 'light'}`);
      }
      await (await viewsPane.row('Claims', '36.44')).click();
      await until(async () => assert.equal(await selected(), '36.44'));
    });

    it('puts the value of the table in place, and takes the number off the list', async () => {
      await openPage(WRONG);
      await viewsPane.press('Claims', '29.64', 'Change to Value of Table', async () =>
        assert.match(await textOf(WRONG), /total of vanilla is\s+26\.94\./),
      );
      await until(async () => {
        const rows = await viewsPane.rows('Claims');
        assert.equal(rows[0], 'Contradicted 2', rows.join('\n'));
      });
    });

    it('binds a number that agrees', async () => {
      await openPage(WRONG);
      await viewsPane.unfold('Claims', 'Agree');
      await viewsPane.press('Claims', '26.94', 'Bind Number', async () =>
        assert.match(
          await textOf(WRONG),
          /from \[26\.94\]\(\.\.\/data\/deceptionbench\.csv#vanilla\/total\)/,
        ),
      );
    });

    const TABLE = /data\/deceptionbench\.csv$/;

    it('goes to the cell', async () => {
      await openPage(WRONG);
      await viewsPane.press('Claims', '36.44', 'Go to Cell', async () =>
        assert.match(await inFront(), TABLE),
      );
      assert.equal(await selected(), '34.46');
    });

    it('lists the numbers of all pages', async () => {
      await viewsPane.pressInTitle('Claims', 'Show Claims of Wiki');
      await viewsPane.unfold('Claims', 'Bound');
      await viewsPane.unfold('Claims', 'Bad data on one subject');
      await viewsPane.row('Claims', '27.9');
      await screenshot('views-claims-of-wiki');
      await viewsPane.pressInTitle('Claims', 'Show Claims of Page');
    });
  });
});
