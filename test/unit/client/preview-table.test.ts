import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PreviewTable } from '../../../server/src/lsp/protocol.ts';
import { previewData, renderWith } from './preview.ts';

const TABLE: PreviewTable = {
  destination: 'd.csv',
  name: 'd.csv',
  columns: ['data', 'total <%>'],
  rows: [
    [{ text: 'vanilla' }, { text: '26.94', value: 26.94, quoted: 'supported' }],
    [{ text: '<script>' }, { text: 'n/a' }],
    [{ text: 'severe' }, { text: '34.46', value: 34.46, quoted: 'contradicted' }],
  ],
  allRows: 3,
  allColumns: 2,
};
const data = previewData({ tables: [TABLE] });

test('tables: stand in the place of their image, with what to sort by and what is quoted', () => {
  assert.equal(
    renderWith('![Deception *by* data](d.csv)', data).html,
    `<div><figure class="research-wiki-table">
<div class="research-wiki-scroll" tabindex="0" role="region" aria-label="Deception by data">
<table data-table="d.csv">
<thead><tr><th scope="col"><button type="button" class="research-wiki-sort">data</button></th><th scope="col" class="research-wiki-numeric"><button type="button" class="research-wiki-sort">total &#60;%&#62;</button></th></tr></thead>
<tbody>
<tr data-order="0"><td role="rowheader">vanilla</td><td class="research-wiki-numeric research-wiki-quoted" data-value="26.94">26.94<span class="research-wiki-unseen"> (quoted)</span></td></tr>
<tr data-order="1"><td role="rowheader">&#60;script&#62;</td><td class="research-wiki-numeric">n/a</td></tr>
<tr data-order="2"><td role="rowheader">severe</td><td class="research-wiki-numeric research-wiki-misquoted" data-value="34.46">34.46<span class="research-wiki-unseen"> (quoted otherwise)</span></td></tr>
</tbody>
</table>
</div>
<figcaption>Deception by data <span class="research-wiki-term">(<a href="d.csv" data-href="d.csv">d.csv</a>)</span></figcaption>
</figure></div>
`,
  );
});

test('tables: keep the line of their paragraph, by which VS Code scrolls', () => {
  const { html } = renderWith('Text.\n\n![](d.csv)\n', data, { sourceMap: true });
  assert.match(html, /<div class="code-line" data-line="2"><figure/);
});

test('tables: are no part of a paragraph, which could not hold them', () => {
  for (const text of [
    '![](d.csv)',
    '- ![](d.csv)',
    '- a\n\n  ![](d.csv)',
    '> ![](d.csv)',
    '![][t]\n\n[t]: d.csv',
  ])
    assert.doesNotMatch(renderWith(text, data).html, /<p>[^/]*<figure/, text);
  assert.match(renderWith('- ![](d.csv)', data).html, /<li><figure/);
});

test('tables: amid a sentence the name leads to the file', () => {
  assert.equal(
    renderWith('See ![the table](d.csv) here.', data).html,
    '<p>See <a href="d.csv" data-href="d.csv">the table</a> here.</p>\n',
  );
  assert.equal(renderWith('[![the table](d.csv)](x.md)', data).html, '<p><a href="x.md">the table</a></p>\n');
});

test('tables: say how much of them is left out', () => {
  const cut = previewData({ tables: [{ ...TABLE, allRows: 100_000, allColumns: 40 }] });
  assert.match(renderWith('![](d.csv)', cut).html, /<\/a>, 3 of 100000 rows, 2 of 40 columns\)/);
});

test('tables: also where VS Code has put an address of its own in the place of the destination', () => {
  const first = renderWith('![](d.csv)', data, { imageAddresses: true });
  assert.match(first.html, /<figure/);
  assert.equal(first.again(data), first.html);
});

test('tables: an image of anything else is VS Code’s', () => {
  assert.equal(renderWith('![a](x.png)', data).html, '<p><img src="x.png" alt="a"></p>\n');
  assert.equal(renderWith('![a](d.csv)', previewData({})).html, '<p><img src="d.csv" alt="a"></p>\n');
});
