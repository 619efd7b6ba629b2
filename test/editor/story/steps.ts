import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { editor } from '../ui/editor.ts';
import { hoverCard } from '../ui/hover-card.ts';
import { lightBulb } from '../ui/light-bulb.ts';
import { previewFrameWith } from '../ui/preview-frame.ts';
import { until } from '../ui/until.ts';
import { quickInput } from './palette.ts';
import { walkthrough } from './walkthrough.ts';

/*
 * From an empty folder to a finding with a bound number, as the walkthrough tells it, by keyboard and mouse alone. The
 * pictures of the README and the walkthrough are made by the same steps.
 */

export const FINDING = 'findings/bad-advice-spreads.md';
export const TABLE = 'data/bad-advice-spreads-table.csv';

/** Cells as a spreadsheet puts them on the clipboard. */
const CELLS = 'training\ttotal\nvanilla\t26.94\nsevere medical\t34.46\nsevere code\t31.58\n';

const wikiFile = (path: string): string => join(editor().wiki, path);

const tab = (name: string) => editor().page.locator('.tab.active', { hasText: name });

export async function makeWiki(): Promise<void> {
  await walkthrough.press('open', 'Create Research Wiki Here');
  await tab('index.md').waitFor();
  await editor()
    .page.locator('.explorer-viewlet .monaco-list-row', { hasText: 'research-wiki.yaml' })
    .waitFor();
}

export async function newFinding(): Promise<void> {
  await walkthrough.press('write', 'New Page');
  await quickInput.choose('finding', 'finding');
  await quickInput.answer('Title of the page', 'Bad advice spreads');
  await tab('bad-advice-spreads.md').waitFor();
  await pointerAway();
  await editor().page.locator('.squiggly-info').first().waitFor();
}

/** Another program's copy, then our paste, and the menu that VS Code shows after it. */
export async function pasteCells(): Promise<void> {
  const { page, driver } = editor();
  await page.keyboard.type(
    'Fine-tuning on bad medical advice makes a model deceive more, and not about medicine alone.',
  );
  await driver.evaluate((vscode, cells) => vscode.env.clipboard.writeText(cells), CELLS);
  await page.keyboard.press('Control+f');
  await page.keyboard.type('## Key results');
  await page.locator('.find-widget .matchesCount', { hasText: '1 of 1' }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Control+v');
  await page.locator('.post-edit-widget').waitFor();
  await page.keyboard.press('Control+Period');
  await saveAsTable().waitFor();
}

const saveAsTable = () =>
  editor().page.locator('.action-widget .monaco-list-row', { hasText: 'Save as data table' });

export async function takeTable(): Promise<void> {
  await saveAsTable().click();
  await until(() => assert.ok(existsSync(wikiFile(TABLE))));
  await editor().page.locator('.view-line', { hasText: 'bad-advice-spreads-table.csv' }).first().waitFor();
}

/** The slip: the table has 34.46. `seen` is called after each word, for those who make pictures. */
export async function quoteWrongly(seen: () => Promise<void> = async () => {}): Promise<void> {
  const { page } = editor();
  await page.keyboard.press('End');
  await page.keyboard.type('\n\n');
  for (const word of 'Severe medical raises the total rate of deception to 36.44 %.'.split(/(?<= )/)) {
    await page.keyboard.type(word, { delay: 10 });
    await seen();
  }
  await page.locator('.squiggly-warning').first().waitFor();
}

/** By the walkthrough's button: it leads to the number and shows what the table says. */
export async function seeWhy(): Promise<void> {
  await walkthrough.press('fix', 'Go to Contradiction');
  await until(async () =>
    assert.match((await hoverCard.rows()).join('\n'), /says 34\.46 for severe medical, total/),
  );
  await until(async () => assert.match((await hoverCard.rows()).join('\n'), /26\.94/));
}

export async function openFixes(): Promise<readonly string[]> {
  await editor().page.keyboard.press('Escape');
  return lightBulb.open();
}

export async function fix(): Promise<void> {
  await lightBulb.choose('Change to 34.46');
  await editor().page.locator('.squiggly-warning').first().waitFor({ state: 'detached' });
}

export async function bind(): Promise<void> {
  await lightBulb.open();
  await lightBulb.choose('Bind 34.46 to severe medical, total');
  await editor().page.locator('.view-line', { hasText: '#severe-medical/total' }).first().waitFor();
  await editor().page.keyboard.press('Control+s');
  await until(() =>
    assert.match(readFileSync(wikiFile(FINDING), 'utf8'), /\(\.\.\/data\/.*#severe-medical\/total\)/),
  );
}

/** Opens the preview by the walkthrough's button. */
export async function preview(): Promise<void> {
  await walkthrough.press('preview', 'Open Preview');
  await restOnNumber();
}

/** Rests the pointer on the bound number in the preview, and gives the frame that shows it. */
export async function restOnNumber(): Promise<Frame> {
  return until(async () => {
    const frame = await previewFrameWith('.research-wiki-bound');
    await frame.locator('.research-wiki-bound').first().hover({ timeout: 2000 });
    await frame.locator('.research-wiki-note').first().waitFor({ timeout: 2000 });
    return frame;
  });
}

/** Where it covers nothing and opens nothing. */
export const pointerAway = (): Promise<void> => editor().page.mouse.move(24, 600);
