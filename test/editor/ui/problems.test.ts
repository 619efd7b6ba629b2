import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { checkedByCommand } from '../launch/check-command.ts';
import { editor } from './editor.ts';
import { problemsPanel } from './problems-panel.ts';
import { until } from './until.ts';
import { closeAll, screenshot } from './workbench.ts';

describe('the Problems panel', () => {
  afterEach(closeAll);

  it('lists what the command line reports, of pages that were never opened', async () => {
    const expected = checkedByCommand(editor().wiki);
    for (const group of ['structure/', 'links/', 'claims/', 'front-matter/']) {
      assert.ok(
        expected.some(({ rule }) => rule.startsWith(group)),
        `the example has no mistake of ${group}`,
      );
    }
    await problemsPanel.open();
    await until(async () => {
      const rows = await problemsPanel.rows();
      for (const { message, rule } of expected) {
        assert.ok(
          rows.some(row => row.includes(message)),
          `${rule} "${message}" is not among\n${rows.join('\n')}`,
        );
      }
      for (const file of new Set(expected.map(({ file }) => file))) {
        const count = expected.filter(each => each.file === file).length;
        const name = file.slice(file.lastIndexOf('/') + 1);
        assert.ok(
          rows.some(row => row.startsWith(`${count} problems in file ${name}`)),
          `${count} of ${name} in\n${rows.join('\n')}`,
        );
      }
    });
    await screenshot('problems');
  });
});
