import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parquetOf } from '../support/parquet-of.ts';
import { tempWiki } from '../support/temp-wiki.ts';
import { run } from './run.ts';

test('check holds numbers to Parquet files that pages link to', context => {
  const root = tempWiki(context, {
    'research-wiki.yaml': 'version: 1\nextends: null\n',
    'data/recall.parquet': parquetOf(['small probe', 'large probe'], { recall: [52, 74.1] }),
    'a.md': `# A

- [52.0](data/recall.parquet#small-probe/recall)
- [71.4](data/recall.parquet#large-probe/recall)
`,
  });
  const { stdout, stderr, code } = run(root, 'check');
  assert.equal(code, 1);
  assert.match(
    stdout,
    /^a\.md:4:4 error recall\.parquet says 74\.1 for large probe, recall; the text says 71\.4/,
  );
  assert.match(stderr, /2 numbers: 1 agree/);
});
