import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CLEAN } from '../protocol/pages.ts';
import { tempWiki } from '../support/temp-wiki.ts';
import { runUnread } from './run.ts';

/** More than a pipe holds. */
const PAGES = 400;

test('who reads the output may leave: no error, no trace', async context => {
  const probe = CLEAN['findings/probe.md'];
  const many = Object.fromEntries(
    Array.from({ length: PAGES }, (_, at) => [
      `findings/probe-${at}.md`,
      `${probe}\n[a](no.md) [b](no.md) [c](no.md)\n`,
    ]),
  );
  const { stderr } = await runUnread(tempWiki(context, { ...CLEAN, ...many }), 'check', '--format', 'json');
  assert.doesNotMatch(stderr, /EPIPE|\n\s+at /);
});
