import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { hoverCard } from './hover-card.ts';
import { until } from './until.ts';
import { closeAll, goTo, screenshot } from './workbench.ts';

/** Waits until the card holds all of these. */
async function shows(parts: readonly string[]): Promise<void> {
  await hoverCard.open();
  await until(async () => {
    const text = (await hoverCard.rows()).join('\n');
    for (const part of parts) assert.ok(text.includes(part), `${part} in\n${text}`);
  });
}

describe('the card over', () => {
  afterEach(closeAll);

  it('a number shows the rows of the table around its cell', async () => {
    await goTo('findings/2024-mistakes-on-purpose.md', '36.44]');
    await shows(['severe medical', 'vanilla', '34.46']);
    await screenshot('hover-number');
  });

  it('a link shows the page’s title, type and first lines, once', async () => {
    await goTo('findings/2025-small-doses.md', '../concepts/honesty.md');
    await shows(['Honesty', 'concept']);
    const rows = await hoverCard.rows();
    assert.equal(rows.filter(row => row.includes('concept')).length, 1, rows.join('\n---\n'));
    await screenshot('hover');
  });
});
