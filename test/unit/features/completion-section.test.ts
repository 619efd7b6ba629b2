import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { complete } from './completion-wiki.ts';

const page = (body: string, type = 'finding') => `
=== research-wiki.yaml
version: 1
extends: null
pages:
  finding:
    files: "findings/*.md"
    sections:
      - Summary
      - one-of: [[Method, { title: Key results, aliases: [Results] }], [Observed phenomenon]]
      - { title: Lens notes, required: false }
      - { title: Sources, links: { to: source, at-least: 1 } }
  source: { files: "sources/*.md" }
=== ${type}s/probe.md
# Probe

${body}`;

suite('completion of sections', () => {
  test('those of the type that the page lacks, in the schema’s order', () => {
    const { labels, itemOf } = complete(page('## Summary\n\nOne.\n\n## \n   ↑\n'));
    assert.deepEqual(labels, ['Method', 'Key results', 'Observed phenomenon', 'Lens notes', 'Sources']);
    assert.equal(itemOf('Method').description, 'required');
    assert.equal(itemOf('Lens notes').description, '');
  });

  test('no alternative to what the page has chosen', () => {
    const { labels } = complete(page('## Results\n\nOne.\n\n## \n   ↑\n'));
    assert.deepEqual(labels, ['Summary', 'Method', 'Lens notes', 'Sources']);
  });

  test('the heading under the cursor is the one that is written', () => {
    const { labels, taken } = complete(page('## Summary\n       ↑\n\nOne.\n'));
    assert.equal(labels[0], 'Summary');
    assert.match(taken('Method'), /## Method\n\nOne\.\n$/);
  });

  test('with a place to write in where nothing stands under it', () => {
    assert.match(
      complete(page('## Sou\n      ↑\n\n## Summary\n')).taken('Sources'),
      /## Sources\n\n- \n\n## Summary/,
    );
    assert.match(complete(page('### Sum\n       ↑\n')).taken('Summary'), /### Summary\n\n\n$/);
  });

  for (const [where, source] of [
    ['a title', page('# \n  ↑\n')],
    ['hashes alone', page('##\n  ↑\n')],
    ['code', page('```\n## \n   ↑\n```\n')],
    ['a page whose type asks for none', page('## \n   ↑\n', 'source')],
  ] as const) {
    test(`nothing in ${where}`, () => assert.deepEqual(complete(source).labels, []));
  }

  test('a link in a heading goes before', () =>
    assert.deepEqual(complete(page('## See [\n        ↑\n=== sources/a.md\n# Lin 2021\n')).labels, [
      'Lin 2021',
    ]));
});
