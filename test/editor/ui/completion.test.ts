import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { editor } from './editor.ts';
import { suggestWidget } from './suggest-widget.ts';
import { until } from './until.ts';
import { closeAll, goTo, screenshot, textOf } from './workbench.ts';

const PAGE = 'findings/2025-small-doses.md';

describe('completion', () => {
  afterEach(closeAll);

  it('links to a concept by its title, while one types', async () => {
    const { page } = editor();
    await goTo(PAGE, '\n## Sources');
    await page.keyboard.type('- [trut');
    await suggestWidget.opened();
    await screenshot('completion');
    await suggestWidget.accept('Truthfulness');
    await until(async () =>
      assert.match(await textOf(PAGE), /^- \[Truthfulness\]\(\.\.\/concepts\/truthfulness\.md\)$/m),
    );
  });

  it('offers the headings of the page after #', async () => {
    const { page } = editor();
    await goTo(PAGE, '\n## Sources');
    await page.keyboard.type('- [x](../concepts/honesty.md#');
    await suggestWidget.opened();
    const rows = await suggestWidget.rows();
    assert.ok(rows.length > 0);
    await suggestWidget.close();
  });
});
