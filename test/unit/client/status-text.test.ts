import assert from 'node:assert/strict';
import { test } from 'node:test';
import { statusText, type Translate } from '../../../client/src/status-text.ts';
import type { WikiStatus } from '../../../server/src/lsp/protocol.ts';

const t: Translate = (message, ...values) =>
  message.replace(/\{(\d)\}/g, (_, index) => String(values[Number(index)]));
const wiki: WikiStatus = {
  rootUri: 'file:///w',
  state: 'ready',
  pages: 14,
  errors: 0,
  warnings: 0,
  infos: 0,
  parser: 'wasm',
};

test('status: pages and problems', () => {
  assert.deepEqual(statusText('running', { ...wiki, errors: 1, warnings: 2, infos: 3 }, t), {
    text: 'Wiki: 14 pages',
    detail: '1 error, 2 warnings, 3 notes',
    severity: 'information',
    busy: false,
    action: 'menu',
  });
  assert.equal(statusText('running', { ...wiki, pages: 1 }, t).text, 'Wiki: 1 page');
  assert.equal(statusText('running', wiki, t).detail, 'no problems');
});

test('status: busy while starting and while pages are read', () => {
  assert.equal(statusText('starting', undefined, t).busy, true);
  assert.equal(statusText('running', { ...wiki, state: 'indexing' }, t).busy, true);
});

test('status: a broken schema and a slow parser are said as warnings', () => {
  const broken = statusText('running', { ...wiki, message: 'research-wiki.yaml has errors' }, t);
  assert.deepEqual(
    [broken.severity, broken.detail],
    ['warning', 'no problems · research-wiki.yaml has errors'],
  );
  const slow = statusText('running', { ...wiki, parser: 'remark' }, t);
  assert.deepEqual([slow.severity, /slow Markdown parser/.test(slow.detail)], ['warning', true]);
});

test('status: a wiki that could not be read, and a server that gave up, are errors', () => {
  const failed = statusText('running', { ...wiki, state: 'failed', message: 'cannot be read' }, t);
  assert.deepEqual([failed.severity, failed.action], ['error', 'menu']);
  const stopped = statusText('failed', undefined, t);
  assert.deepEqual([stopped.severity, stopped.action], ['error', 'restart']);
});

test('status: a file outside every wiki', () => {
  assert.equal(statusText('running', undefined, t).severity, 'information');
});
