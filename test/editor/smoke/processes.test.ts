import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { serversBelow } from '../launch/processes.ts';
import { until } from '../ui/until.ts';

// What the test of a folder that is no wiki counts on.
describe('the language server', () => {
  it('is one process', async () => {
    if (process.platform === 'win32') return;
    await until(() => assert.equal(serversBelow(process.pid).length, 1));
  });
});
