import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { editor } from '../ui/editor.ts';
import { until } from '../ui/until.ts';
import { closeAll, goTo, screenshot, textOf } from '../ui/workbench.ts';

const PAGE = 'findings/2024-mistakes-on-purpose.md';

describe('the package for all platforms', () => {
  afterEach(closeAll);

  it('underlines a broken link, and no longer once it is mended', async () => {
    const squiggles = editor().page.locator('.squiggly-error');
    await goTo(PAGE, 'honestly.md');
    await squiggles.first().waitFor();
    await screenshot('smoke');
    const before = await brokenPages();
    assert.equal(before.length, 1);
    await editor().page.keyboard.press('Control+Delete');
    await editor().page.keyboard.type('honesty');
    await until(async () => assert.match(await textOf(PAGE), /concepts\/honesty\.md\) — there is/));
    await until(async () => assert.deepEqual(await brokenPages(), []));
  });
});

/** The messages of `links/broken-page` on the page. */
function brokenPages(): Promise<readonly string[]> {
  return editor().driver.evaluate(
    (vscode, file) =>
      vscode.languages
        .getDiagnostics(vscode.Uri.file(file))
        .filter(({ code }) => (typeof code === 'object' ? code.value : code) === 'links/broken-page')
        .map(({ message }) => message),
    `${editor().wiki}/${PAGE}`,
  );
}
