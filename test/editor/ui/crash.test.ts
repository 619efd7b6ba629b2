import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { serversBelow } from '../launch/processes.ts';
import { editor } from './editor.ts';
import { reported } from './reported.ts';
import { until } from './until.ts';
import { closeAll, command, openPage, screenshot } from './workbench.ts';

const PAGE = 'findings/2024-mistakes-on-purpose.md';

const messages = () =>
  editor().page.locator('.notifications-center .notification-list-item', { hasText: 'started again' });

describe('a language server that ends by itself', () => {
  afterEach(async () => {
    await command('notifications.clearAll');
    await closeAll();
  });

  it('is started again with all that it said, and the author is told once', async () => {
    if (process.platform === 'win32') return;
    await openPage(PAGE);
    const before = await until(async () => {
      const found = await reported(editor(), PAGE);
      assert.ok(found.length > 5);
      return found;
    });
    for (const _ of ['once', 'and again']) {
      const [server] = await until(() => {
        const servers = serversBelow(process.pid);
        assert.equal(servers.length, 1);
        return servers;
      });
      process.kill(server!, 'SIGKILL');
      await until(() => assert.notDeepEqual(serversBelow(process.pid), [server]));
      await until(async () => assert.deepEqual(await reported(editor(), PAGE), before));
    }
    await command('notifications.showList');
    await messages().first().waitFor();
    await screenshot('crash');
    assert.equal(await messages().count(), 1);
  });
});
