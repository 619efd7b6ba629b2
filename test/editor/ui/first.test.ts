import { describe, it } from 'mocha';
import { editor } from './editor.ts';
import { openPage, screenshot } from './workbench.ts';

describe('problems', () => {
  it('shows a squiggle', async () => {
    await openPage('a.md');
    await editor().page.locator('.squiggly-error').first().waitFor();
    await screenshot('first');
  });
});
