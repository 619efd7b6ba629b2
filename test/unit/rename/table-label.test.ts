import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type Files, renamed, targetAt } from './renamed.ts';

const CSV = `training,mixture,total,honesty evasion
SFT,5%,30.51,25.00
SFT,10%,31.07,24.00
KTO,5%,28.00,22.00
`;

/** What became of the table and the page beside it; the place to rename is at the `|`. */
function after(files: Files, name: string): readonly string[] | string {
  const result = renamed({ 'data/t.csv': CSV, ...files }, name);
  return typeof result === 'string' ? result : [result['data/t.csv'] ?? '', result['a.md'] ?? ''];
}

suite('the label of a table that can be renamed', () => {
  const at = (page: string, csv = CSV) => targetAt({ 'a.md': page, 'data/t.csv': csv });
  test('a key of an anchor: the cell that it stands for', () => {
    assert.deepEqual(at('[1](data/t.csv#sf|t+5-pct/total)'), ['sft', 'SFT']);
    assert.deepEqual(at('[1](data/t.csv#sft+5|-pct/total)'), ['5-pct', '5%']);
    assert.deepEqual(at('[1](data/t.csv#training=sf|t+5-pct)'), ['sft', 'SFT']);
    assert.deepEqual(at('[1](data/t.csv#mean(sf|t+*/total))'), ['sft', 'SFT']);
  });
  test('the column of an anchor: its header', () => {
    assert.deepEqual(at('[1](data/t.csv#sft+5-pct/honesty-|evasion)'), [
      'honesty-evasion',
      'honesty evasion',
    ]);
    assert.deepEqual(at('[1](data/t.csv#trai|ning=sft+5-pct)'), ['training', 'training']);
    assert.deepEqual(at('[1](data/t.csv#difference(sft+5-pct/total,kto+5-pct/to|tal))'), ['total', 'total']);
  });
  test('a part of an encoded anchor', () =>
    assert.deepEqual(at('[1](data/t.csv#%C3%A4/tot|al)', 'x,total\nä,1.5\nb,2.5\n'), [
      '%C3%A4/total',
      'total',
    ]));
  test('in the table: a header, a label', () => {
    assert.deepEqual(at('', CSV.replace('total', 'to|tal')), ['total', 'total']);
    assert.deepEqual(at('', CSV.replace('KTO', 'K|TO')), ['KTO', 'KTO']);
  });
  test('no value, no place that names nothing, no row by its number', () => {
    assert.equal(at('', CSV.replace('28.00', '28|.00')), undefined);
    assert.equal(at('[1](data/t.csv#dpo|+5-pct/total)'), undefined);
    assert.equal(at('[1](data/t.csv#row=|4)'), undefined);
  });
});

suite('a renamed label of a table', () => {
  test('of rows is another one in all cells of its column and in all anchors that name it', () =>
    assert.deepEqual(
      after(
        {
          'a.md': `[a](data/t.csv#sf|t+5-pct/total) [b](data/t.csv#training=sft+10-pct) [c](data/t.csv#kto/total)
[d](data/t.csv#mean(sft+*/total)) [e](data/t.csv#difference(sft+5-pct/total,kto+5-pct/total)) [f](data/t.csv#row=1)
![g][t] [h](other.csv#sft/total)

[t]: data/t.csv#sft+10-pct/honesty-evasion
`,
        },
        'Supervised, fine-tuned',
      ),
      [
        CSV.replaceAll('SFT', '"Supervised, fine-tuned"'),
        `[a](data/t.csv#supervised-fine-tuned+5-pct/total) [b](data/t.csv#training=supervised-fine-tuned+10-pct) [c](data/t.csv#kto/total)
[d](data/t.csv#mean(supervised-fine-tuned+*/total)) [e](data/t.csv#difference(supervised-fine-tuned+5-pct/total,kto+5-pct/total)) [f](data/t.csv#row=1)
![g][t] [h](other.csv#sft/total)

[t]: data/t.csv#supervised-fine-tuned+10-pct/honesty-evasion
`,
      ],
    ));

  test('of a column is another one in the header and in all anchors', () =>
    assert.deepEqual(
      after(
        {
          'a.md': '[a](data/t.csv#sft+5-pct/total) [b](data/t.csv#/total) [c](data/t.csv#training=sft+5-pct)',
          'data/t.csv': CSV.replace('total', 'to|tal'),
        },
        'all of it',
      ),
      [
        CSV.replace('total', 'all of it'),
        '[a](data/t.csv#sft+5-pct/all-of-it) [b](data/t.csv#/all-of-it) [c](data/t.csv#training=sft+5-pct)',
      ],
    ));

  test('of a key’s column too', () =>
    assert.deepEqual(after({ 'a.md': '[c](data/t.csv#trai|ning=sft+5-pct)' }, 'method'), [
      CSV.replace('training', 'method'),
      '[c](data/t.csv#method=sft+5-pct)',
    ]));

  test('leaves an anchor alone that names the same without it', () =>
    assert.deepEqual(
      after(
        { 'a.md': '[a](data/t.csv#x|/v) [b](data/t.csv#x/v)', 'data/t.csv': 'a,b,v\nx,x,1\ny,z,2\n' },
        'w',
      )[1],
      '[a](data/t.csv#x/v) [b](data/t.csv#x/v)',
    ));

  test('keeps quotes, and an encoded anchor encoded', () =>
    assert.deepEqual(
      after({ 'a.md': '[a](data/t.csv#%C3%A4/v)', 'data/t.csv': 'a,v\n"ä|",1\nb,2\n' }, 'ö "x"'),
      ['a,v\n"ö ""x""",1\nb,2\n', '[a](data/t.csv#%C3%B6-x/v)'],
    ));

  test('of a group is another one for the rows below it', () =>
    assert.deepEqual(
      after(
        { 'a.md': '[a](data/t.csv#sf|t+10-pct/v)', 'data/t.csv': 'a,b,v\nSFT,5%,1\n,10%,2\nKTO,5%,3\n' },
        'DPO',
      ),
      ['a,b,v\nDPO,5%,1\n,10%,2\nKTO,5%,3\n', '[a](data/t.csv#dpo+10-pct/v)'],
    ));

  test('in JSON is another string, or another key in every record', () => {
    const json = '[{"model":"a\\"b","rate":1},\n {"rate":2,"model":"c"}]';
    const rename = (page: string, name: string) => {
      const result = renamed({ 'a.md': page, 't.json': json }, name);
      return typeof result === 'string' ? result : [result['t.json'], result['a.md']];
    };
    assert.deepEqual(rename('[1](t.json#a|-b/rate)', 'x "y"'), [
      json.replace('a\\"b', 'x \\"y\\"'),
      '[1](t.json#x-y/rate)',
    ]);
    assert.deepEqual(rename('[1](t.json#c/ra|te)', 'share'), [
      json.replaceAll('rate', 'share'),
      '[1](t.json#c/share)',
    ]);
  });

  test('is another one among the keys of its table in the configuration', () => {
    const yaml =
      'version: 1\ntables: { t: { file: data/t.csv, keys: [dose, "run id"] }, u: { file: data/u.csv, keys: [dose] } }\n';
    const files = {
      'research-wiki.yaml': yaml,
      'data/t.csv': 'name,dose,run id,v\na,1,7,0.5\na,2,8,0.6\n',
      'a.md': '[x](data/t.csv#a+do|se=1/v)',
    };
    const result = renamed(files, 'mg per day') as Files;
    assert.equal(result['research-wiki.yaml'], yaml.replace('[dose, "run', '[mg per day, "run'));
    assert.equal(result['a.md'], '[x](data/t.csv#a+mg-per-day=1/v)');
    assert.match(
      String(renamed({ ...files, 'research-wiki.yaml': yaml.replace('data/t.csv', 'data/t*') }, 'mg')),
      /names the column for all of/,
    );
  });

  const refusals: readonly (readonly [string, Files, string, RegExp])[] = [
    [
      'a name that is a label already',
      { 'a.md': '[a](data/t.csv#sf|t+5-pct/total)' },
      'kto',
      /there is a "kto" in this column already/,
    ],
    [
      'a name that is a column already',
      { 'a.md': '[a](data/t.csv#sft+5-pct/tot|al)' },
      'Mixture',
      /there is a column "Mixture" already/,
    ],
    ['a name without a letter', { 'a.md': '[a](data/t.csv#sf|t+5-pct/total)' }, '—', /a letter or a digit/],
    [
      'a name under which an anchor would name two rows',
      { 'a.md': '[a](data/t.csv#p|/v)', 'data/t.csv': 'a,b,v\np,q,1\nq,p,1\nr,p,1\n' },
      'q',
      /already|would name nothing/,
    ],
    [
      'a header that would be read as data',
      { 'a.md': '', 'data/t.csv': 'a|,2.5\n1,2\n3,4\n' },
      '1.5',
      /can't be written/,
    ],
    [
      'a key within a key of JSON',
      { 'a.md': '[1](data/t.json#a/rate-la|rge)', 'data/t.json': '[{"m":"a","rate":{"large":1}}]' },
      'huge',
      /is not written as such/,
    ],
  ];
  for (const [what, files, name, reason] of refusals) {
    test(`is refused: ${what}`, () => assert.match(String(after(files, name)), reason));
  }
});
