import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { PreviewNumber } from '../../../server/src/lsp/protocol.ts';
import { previewData, type Rendering, readMarks, render, renderWith } from './preview.ts';

/** The rendered text with each mark as `«kind text: message»`, and everything else of our HTML left out. */
function marksOf(marked: string, rendering: Rendering = {}): string {
  const number =
    /<span class="research-wiki-number research-wiki-(\w+)"[^>]*>([^<]*)(?:<span class="research-wiki-expected">.*?<span class="research-wiki-unseen">.*?<\/span>)?<span class="research-wiki-note"[^>]*><span id="[^"]*">([^<]*)<\/span><\/span><\/span>/g;
  return render(marked, rendering).html.replace(number, '«$1 $2: $3»').trimEnd();
}

const checkMarks = (name: string, marked: string, html: string, rendering?: Rendering) =>
  test(`numbers: ${name}`, () => assert.equal(marksOf(marked, rendering), html));

checkMarks(
  'a contradicted number carries its message',
  `
Deception rises to 36.44 in all.
                   ≠≠≠≠≠ d.csv says 34.46
`,
  '<p>Deception rises to «contradicted 36.44: d.csv says 34.46» in all.</p>',
);

checkMarks(
  'of two equal numbers the one that is meant',
  `
It is 5.0 here and 5.0 there.
                   ≠≠≠ t.csv says 4.0
`,
  '<p>It is 5.0 here and «contradicted 5.0: t.csv says 4.0» there.</p>',
);

checkMarks(
  'in every line of a paragraph, a list item, a quotation and a heading',
  `
# Up by 12
        ~~ a

One 1.5
    ~~~ b
two 1.5
    ~~~ c
three

- item 1.5
       ~~~ d
  - inner 1.5
          ~~~ e

> quoted 1.5
         ~~~ f
> again 1.5
        ~~~ g
`,
  `<h1>Up by «supported 12: a»</h1>
<p>One «supported 1.5: b»
two «supported 1.5: c»
three</p>
<ul>
<li>item «supported 1.5: d»
<ul>
<li>inner «supported 1.5: e»</li>
</ul>
</li>
</ul>
<blockquote>
<p>quoted «supported 1.5: f»
again «supported 1.5: g»</p>
</blockquote>`,
);

checkMarks(
  'in emphasis, after code, and inside a link whose destination holds the same digits',
  `
A **1.5** and ''1.5'' and [1.5](t.csv#1.5/x "1.5") and 1.5.
    ~~~ a
                           ^^^ b
                                                       ~~~ c
`.replaceAll("''", '``'),
  '<p>A <strong>«supported 1.5: a»</strong> and <code>1.5</code> and ' +
    '<a href="t.csv#1.5/x" title="1.5" aria-describedby="research-wiki-note-1">«bound 1.5: b»</a> and «supported 1.5: c».</p>',
);

checkMarks(
  'after a reference link, an image and an automatic link',
  `
![1.5](1.5.png) and [one][1.5] and https://e.org/1.5 and 1.5.
                                                         ~~~ a

[1.5]: x.md
`,
  '<p><img src="1.5.png" alt="1.5"> and <a href="x.md">one</a> and ' +
    '<a href="https://e.org/1.5">https://e.org/1.5</a> and «supported 1.5: a».</p>',
);

checkMarks(
  'after a link whose title and an image whose text read like what follows them',
  `
[one](x.md " and 1.5.") and 1.5.
                            ~~~ a
![ and 1.5.](x.png) and 1.5.
                        ~~~ b
`,
  '<p><a href="x.md" title=" and 1.5.">one</a> and «supported 1.5: a».\n' +
    '<img src="x.png" alt=" and 1.5."> and «supported 1.5: b».</p>',
);

checkMarks(
  'around entities and escapes, whose text differs from its source',
  String.raw`
Tom &amp; Ann \*had\* 1.5 &lt; 2.5.
                      ~~~ a
                               ~~~ b
`,
  '<p>Tom &#38; Ann *had* «supported 1.5: a» &#60; «supported 2.5: b».</p>',
);

checkMarks(
  'in the cells of a table, row by row',
  `
| a | b |
|---|---|
| 1.5 | 1.5 |
        ~~~ x
| 1.5 | 2.5 |
  ~~~ y
`,
  `<table>
<thead>
<tr>
<th>a</th>
<th>b</th>
</tr>
</thead>
<tbody>
<tr>
<td>1.5</td>
<td>«supported 1.5: x»</td>
</tr>
<tr>
<td>«supported 1.5: y»</td>
<td>2.5</td>
</tr>
</tbody>
</table>`,
);

checkMarks(
  'below front matter, whose lines count',
  `
---
type: finding
---

# Title

Now 1.5.
    ~~~ a
`,
  '<h1>Title</h1>\n<p>Now «supported 1.5: a».</p>',
);

test('numbers: nothing where the text is another than the server saw', () => {
  const { marks } = readMarks('Now 1.5.\n    ~~~ a');
  const { html, page } = renderWith('Now 2.5.', previewData({ marks }));
  assert.equal(html, '<p>Now 2.5.</p>\n');
  assert.equal(page.found.size, 0);
});

checkMarks(
  'nothing that is not wanted, by the setting',
  `
Now 1.5 and 2.5.
    ~~~ a
            ≠≠≠ b
`,
  '<p>Now 1.5 and «contradicted 2.5: b».</p>',
  { marks: 'contradicted' },
);

checkMarks('nothing on a page that the server knows nothing of', 'Now 1.5.\n    ~~~ a', '<p>Now 1.5.</p>', {
  unknown: true,
});

test('numbers: messages and text are escaped', () => {
  const { html } = render('a <b>1</b> 1.5\n           ≠≠≠ "><script>alert(1)</script>');
  assert.ok(!html.includes('<script'), html);
  assert.ok(html.includes('>&#34;&#62;&#60;script'), html);
});

test('numbers: each can be reached by keyboard and then has its message, in a link by the link', () => {
  for (const mark of ['~~~', '≠≠≠'])
    assert.match(
      render(`Now 1.5.\n    ${mark} m`).html,
      /<span [^>]*tabindex="0" role="mark" aria-describedby="(research-wiki-note-0)">.*<span id="\1">m</,
    );
  assert.match(
    render('Now [1.5](t.csv#a/b).\n     ^^^ m').html,
    /<a href="t\.csv#a\/b" aria-describedby="(research-wiki-note-0)"><span class="[^"]*bound">.*<span id="\1">m</,
  );
});

test('numbers: a contradiction is explained where it stands, by words and a sign beside its colour', () => {
  const { marks } = readMarks('Now 1.5.\n    ≠≠≠ t says 2');
  const { html } = renderWith('Now 1.5.', previewData({ marks: [{ ...marks[0]!, expected: '2 < 3' }] }));
  assert.match(
    html,
    />1\.5<span class="research-wiki-expected"> ≠ 2 &#60; 3<\/span><span class="research-wiki-unseen"> \(contradicted\)<\/span>/,
  );
  assert.match(
    render('Now 1.5.\n    ≠≠≠ t says 2').html,
    />1\.5<span class="research-wiki-expected"> ≠<\/span>/,
  );
});

test('numbers: the rows of the table, with the cell that is meant', () => {
  const { marks } = readMarks('Now 1.5.\n    ~~~ m');
  const excerpt = {
    table: 'd.csv',
    columns: ['model', 'total'],
    rows: [
      [
        { text: '<b>probe</b>', meant: false },
        { text: '1.5', meant: true },
      ],
    ],
  };
  const { html } = renderWith('Now 1.5.', previewData({ marks: [{ ...marks[0]!, excerpt }] }));
  assert.match(
    html,
    /<span><i>model<\/i><i>total<\/i><\/span><span><i>&#60;b&#62;probe&#60;\/b&#62;<\/i><b>1\.5<\/b><\/span>/,
  );
});

test('numbers: each is found wherever it stands, between whatever else a line may hold', () => {
  const around = fc.constantFrom(
    'plain ',
    'Tom &amp; Ann ',
    '\\*no\\* ',
    '`5 and 5` ',
    '*em* ',
    '[5](5.md "5") ',
    '[5][5] ',
    '![5](5.png) ',
    '<b>5</b> ',
    'https://e.org/5 ',
    '5 % ',
    '\n',
  );
  const number = fc.constantFrom('«»', '**«»** ', '[«»](t.csv#5/x) ', '*a «»* ', '(«») ', '~«»%, ');
  const block = fc.constantFrom('', '- ', '> ', '# ', '1. ');
  const piece = fc.oneof(around, number);
  const line = fc
    .tuple(block, fc.array(piece, { maxLength: 12 }))
    .map(([start, rest]) => start + rest.join(''));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 5 }), lines => {
      // Every number is another one, so that a mark on the wrong one shows.
      let next = 100;
      const text = `${lines.join('\n\n')}\n\n[5]: x.md\n`.replaceAll('«»', () => String(next++));
      const marks = numbersFrom(text);
      const { html, page } = renderWith(text, previewData({ marks }));
      assert.equal(page.found.size, marks.length, html);
      const marked = [
        ...html.matchAll(
          /-supported"[^>]*>(\d+)<span class="research-wiki-note"[^>]*><span id="[^"]*">(\d+)</g,
        ),
      ];
      assert.equal(marked.length, marks.length, html);
      for (const [, digits, message] of marked) assert.equal(digits, message);
    }),
  );
});

test('numbers: whatever the page, rendering does not throw', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'[]()!`*|-#>&;\\ \n1.5<a:/"'), maxLength: 60 }),
      text => {
        renderWith(text, previewData({ marks: numbersFrom(text) }));
      },
    ),
  );
});

/** All numbers of three digits, with themselves as message. */
function numbersFrom(text: string): PreviewNumber[] {
  return text.split('\n').flatMap((line, index) =>
    [...line.matchAll(/\b\d{3}\b/g)].map(match => ({
      kind: 'number' as const,
      line: index,
      character: match.index,
      length: match[0].length,
      text: match[0],
      verdict: 'supported' as const,
      bound: false,
      message: match[0],
    })),
  );
}
