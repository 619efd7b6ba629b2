import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { editor } from '../ui/editor.ts';
import { until } from '../ui/until.ts';
import { closeAll, screenshot, setSetting } from '../ui/workbench.ts';
import * as steps from './steps.ts';
import { THEMES, useTheme } from './themes.ts';
import { type Step, walkthrough } from './walkthrough.ts';

/** A picture of what is on the screen in each theme. */
async function pictures(name: string, before: () => Promise<unknown> = async () => {}): Promise<void> {
  for (const theme of THEMES) {
    await useTheme(theme);
    await before();
    await screenshot(`story-${name}-${theme.name}`);
  }
}

const written = (path: string): string => readFileSync(join(editor().wiki, path), 'utf8');

const ticked = (step: Step): Promise<void> =>
  until(async () => assert.ok(await walkthrough.isDone(step), `${step} is ticked`));

describe('from an empty folder to a finding with a bound number', function () {
  this.timeout(120_000);
  // What a step leaves is what the next begins with.
  this.retries(0);
  this.bail(true);
  before(() => useTheme(THEMES[0]!));
  after(async () => {
    await closeAll();
    await setSetting('workbench.colorTheme', undefined);
  });

  it('the walkthrough opens', async () => {
    await walkthrough.open();
    assert.equal(await walkthrough.isDone('open'), false);
    await pictures('1-walkthrough');
  });

  it('its first button makes the folder a wiki and opens its first page', async () => {
    await steps.makeWiki();
    await pictures('2-wiki');
    assert.match(written('research-wiki.yaml'), /^extends: research\b/m);
    assert.match(written('index.md'), /^# /);
    await walkthrough.goTo('open');
    await ticked('open');
  });

  it('a finding comes with its sections, and those that are empty are underlined', async () => {
    await steps.newFinding();
    await pictures('3-finding');
    assert.match(written(steps.FINDING), /^type: finding$/m);
  });

  it('cells that are pasted become a data table', async () => {
    await steps.pasteCells();
    await pictures('4-paste');
    await steps.takeTable();
    await pictures('5-table');
    assert.match(written(steps.TABLE), /^severe medical,34\.46$/m);
  });

  it('a number that the table has otherwise is underlined once it is typed', async () => {
    await steps.quoteWrongly();
    await pictures('6-contradiction');
  });

  it('the walkthrough leads to it, and the card shows its row', async () => {
    await steps.seeWhy();
    await pictures('7-why');
  });

  it('the first fix corrects the digits, and another binds the number to its cell', async () => {
    const titles = await steps.openFixes();
    await pictures('8-fixes');
    assert.equal(titles[0], 'Change to 34.46');
    await steps.fix();
    await pictures('9-fixed');
    await steps.bind();
    await pictures('10-bound');
    assert.match(written(steps.FINDING), /to \[34\.46\]\(\.\.\/data\/.+#severe-medical\/total\) %/);
  });

  it('the preview shows it as bound, with its row', async () => {
    await steps.preview();
    // The preview loads anew with each theme.
    await pictures('11-preview', steps.restOnNumber);
    const frame = await steps.restOnNumber();
    assert.match(await frame.locator('.research-wiki-card').innerText(), /finding/i);
    assert.match(await frame.locator('.research-wiki-note').first().innerText(), /34\.46[^]*they agree/);
  });

  it('and each step of the walkthrough is ticked', async () => {
    await walkthrough.goTo('preview');
    for (const step of ['open', 'write', 'table', 'fix', 'preview'] as const) await ticked(step);
    await pictures('12-done');
  });
});
