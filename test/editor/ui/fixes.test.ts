import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { editor } from './editor.ts';
import { lightBulb } from './light-bulb.ts';
import { until } from './until.ts';
import { closeAll, goTo, screenshot, textOf } from './workbench.ts';

const PAGE = 'findings/2024-mistakes-on-purpose.md';

describe('the light bulb', () => {
  afterEach(closeAll);

  it('mends a mistyped link', async () => {
    await goTo(PAGE, 'honestly.md');
    await underlined();
    const titles = await lightBulb.open();
    await screenshot('light-bulb');
    const wanted = titles.find(title => title.includes('honesty.md'));
    assert.ok(wanted, titles.join('\n'));
    await lightBulb.choose(wanted);
    await until(async () => assert.match(await textOf(PAGE), /\[Honesty\]\(\.\.\/concepts\/honesty\.md\)/));
  });

  it('puts the table’s value in place of a bound number', async () => {
    await goTo(PAGE, '36.44]');
    await underlined();
    const titles = await lightBulb.open();
    await screenshot('number');
    const wanted = titles.find(title => title.includes('34.46'));
    assert.ok(wanted, titles.join('\n'));
    await lightBulb.choose(wanted);
    await until(async () =>
      assert.match(await textOf(PAGE), /\[34\.46\]\(\.\.\/data\/deceptionbench\.csv#severe-medical\/total\)/),
    );
    await until(async () => assert.ok(!(await messages()).some(message => message.includes('36.44'))));
  });
});

const underlined = () => editor().page.locator('.squiggly-error').first().waitFor();

const messages = (): Promise<readonly string[]> =>
  editor().driver.evaluate(
    (vscode, file) => vscode.languages.getDiagnostics(vscode.Uri.file(file)).map(({ message }) => message),
    `${editor().wiki}/${PAGE}`,
  );
