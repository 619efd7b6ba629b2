import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { identifierIn, pastedSources } from '../../../server/src/features/paste/pasted-source.ts';
import { pastedTable } from '../../../server/src/features/paste/pasted-table.ts';
import { readBibtex, readHtmlTable } from '../../../server/src/features/paste/readers.ts';
import { tabularIn, toCsv } from '../../../server/src/features/paste/tabular.ts';
import { fixture } from '../rules/fixture.ts';

const ROWS = [
  ['model', 'recall'],
  ['small, old', '52.0'],
  ['large', '74.1 ± 0.3'],
];

suite('tabular text', () => {
  test('cells of a spreadsheet', () => {
    assert.deepEqual(tabularIn('model\trecall\r\nsmall, old\t52.0\r\nlarge\t74.1 ± 0.3\r\n')?.rows, ROWS);
  });

  test('a Markdown table', () => {
    const text = '| model | recall |\n|:--|--:|\n| small, old | 52.0 |\n| large | 74.1 ± 0.3 |\n';
    assert.deepEqual(tabularIn(text)?.rows, ROWS);
    assert.deepEqual(tabularIn('a | b\n--- | ---\nx \\| y | 1')?.rows, [
      ['a', 'b'],
      ['x | y', '1'],
    ]);
  });

  test('a LaTeX table with its caption, without comments, rules and mark-up', () => {
    const text = String.raw`\begin{table}[t]
\caption{Recall of \emph{both} probes}
\begin{tabular}{l|r}
\toprule
\textbf{model} & recall \\ \midrule % the header
small, old & 52.0 \\
large & $\mathbf{74.1} \pm 0.3$ \\
\bottomrule
\end{tabular}
\end{table}`;
    assert.deepEqual(tabularIn(text), { rows: ROWS, caption: 'Recall of both probes' });
  });

  test('LaTeX cells over several columns, escapes and a width before the columns', () => {
    const text = String.raw`\begin{tabularx}{\textwidth}{lXX} A \& B & \multicolumn{2}{c}{\textbf{Score (\%)}} \\ x & 1 & 2 \end{tabularx}`;
    assert.deepEqual(tabularIn(text)?.rows, [
      ['A & B', 'Score (%)', ''],
      ['x', '1', '2'],
    ]);
  });

  test('an HTML table, whatever stands around and in it', () => {
    const html = `<meta charset="utf-8"><style>td{}</style><p>Before</p><table><caption>Probes</caption>
      <tr><th>model<th>recall</tr><tr><td>small,&nbsp;old</td><td><b>52.0</b></td></tr>
      <tr><td>large</td><td>74.1&nbsp;&plusmn; 0.3<table><tr><td>inner</td></tr></table></td></tr></table><table><tr><td>2</td></tr></table>`;
    assert.deepEqual(readHtmlTable(html), { rows: ROWS, caption: 'Probes' });
  });

  test('prose, code and single columns are no tables', () => {
    for (const text of [
      'Recall is 74.1.',
      'a\tb',
      '\tindented 1\n\tcode 2\nmore',
      'a & b \\\\ c & 1',
      '| a | b |\n|---|---|\n| x | y |',
      '1\n2\n3',
      '',
    ])
      assert.equal(tabularIn(text), undefined, text);
    assert.equal(readHtmlTable('<table><tr><td>only one</td></tr></table>'), undefined);
    assert.equal(readHtmlTable('<table><tr><td>never closed'), undefined);
  });

  test('CSV has quotes where it needs them', () => {
    assert.equal(toCsv([['a,b', 'say "x"', 'plain']]), '"a,b","say ""x""",plain\n');
  });
});

suite('a pasted table', () => {
  test('goes where the tables lie, under a free name, and is linked from the page', () => {
    const { wiki } = fixture(`
=== findings/probe.md
# Probe
=== tables/probe-table.csv
a,b
`);
    const page = wiki.pages.get('findings/probe.md')!;
    assert.deepEqual(pastedTable(wiki, page, { rows: ROWS }), {
      kind: 'table',
      title: 'Save as data table "tables/probe-table-2.csv" and link it',
      newText: '[probe-table-2.csv](../tables/probe-table-2.csv)',
      creates: [
        { path: 'tables/probe-table-2.csv', text: 'model,recall\n"small, old",52.0\nlarge,74.1 ± 0.3\n' },
      ],
    });
    const { newText, creates } = pastedTable(wiki, page, { rows: ROWS, caption: 'Table 2: Recall [of] all' });
    assert.equal(creates[0]!.path, 'tables/recall-of-all.csv');
    assert.equal(newText, '[Table 2: Recall \\[of\\] all](../tables/recall-of-all.csv)');
  });
});

const WIKI = `
=== findings/probe.md
# Probe

Text ↑

## Sources

- 
=== sources/doe-2024.md
---
title: Doe 2024
url: https://arxiv.org/abs/2401.01234
---
`;

suite('a pasted source', () => {
  const { wiki, files } = fixture(WIKI);
  const page = wiki.pages.get('findings/probe.md')!;
  const end = files.get('findings/probe.md')!.indexOf('- ') + 2;
  const paste = (text: string, offset = end) => {
    const identifier = identifierIn(text);
    return pastedSources(wiki, page, offset, identifier ? [identifier] : readBibtex(text));
  };

  test('one that has a page is cited by it', () => {
    for (const text of ['2401.01234v2', 'arXiv:2401.01234', 'https://arxiv.org/pdf/2401.01234'])
      assert.deepEqual(paste(text), {
        kind: 'source',
        title: 'Cite this source by its page "sources/doe-2024.md"',
        newText: '[Doe 2024](../sources/doe-2024.md)',
        creates: [],
      });
  });

  test('a DOI gets a page with what is known', () => {
    const offer = paste('doi:10.1000/Xyz.1')!;
    assert.equal(offer.newText, '[doi 10.1000/xyz.1](../sources/doi-101000xyz1.md)');
    assert.equal(offer.creates[0]!.path, 'sources/doi-101000xyz1.md');
    assert.match(
      offer.creates[0]!.text,
      /^doi: 10\.1000\/xyz\.1\nurl: https:\/\/doi\.org\/10\.1000\/xyz\.1$/m,
    );
    assert.match(offer.creates[0]!.text, /^date: ""$/m);
  });

  test('a BibTeX entry says all', () => {
    const offer = paste(
      `@article{x, title={The {Big} Caf\\'e: a study of recall}, author={Doe, Jane and K{\\"o}nig, Max}, year=2023, month=mar, journal={J. Recall}, eprint={2303.00001}, archivePrefix={arXiv}}`,
    )!;
    assert.equal(offer.creates[0]!.path, 'sources/doe-2023-big-café-study.md');
    assert.equal(offer.newText, '[The Big Café: a study of recall](../sources/doe-2023-big-café-study.md)');
    for (const line of [
      'title: "The Big Café: a study of recall"',
      'authors:\n  - Jane Doe\n  - Max König',
      'date: 2023-03',
      'venue: J. Recall',
      'url: https://arxiv.org/abs/2303.00001',
    ])
      assert.ok(offer.creates[0]!.text.includes(`${line}\n`), `${line} in ${offer.creates[0]!.text}`);
  });

  test('several entries are several items, each with a page of its own', () => {
    const offer = paste('@misc{a, title={One}, year=2020}\n@misc{b, title={One}, year=2021}')!;
    assert.equal(offer.newText, '[One](../sources/one.md)\n- [One](../sources/one-2.md)');
    assert.equal(offer.creates.length, 2);
  });

  test('elsewhere, and for other text, nothing is offered', () => {
    assert.equal(paste('2401.01234', 10), undefined);
    for (const text of [
      '@article{broken, title={',
      'see 10.1000/xyz and more',
      '34.46',
      'https://example.org/x',
      '@',
    ])
      assert.equal(paste(text), undefined, text);
  });
});
