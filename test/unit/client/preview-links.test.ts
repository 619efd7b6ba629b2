import assert from 'node:assert/strict';
import { test } from 'node:test';
import { previewData, render, renderWith } from './preview.ts';

const gone = (destination: string, reason = 'no page there') =>
  previewData({ brokenLinks: [{ destination, reason }] });

test('broken links: the reason can be seen and heard, and the link stays a link', () => {
  const { html } = renderWith(
    'See [this](a/b.md "t") and [that](c.md).',
    gone('a/b.md', 'no page at "a/b.md"'),
  );
  assert.equal(
    html,
    '<p>See <a href="a/b.md" title="t" class="research-wiki-broken" aria-describedby="research-wiki-broken-0">this' +
      '<span class="research-wiki-unseen"> (broken link)</span>' +
      '<span class="research-wiki-note" role="tooltip" aria-hidden="true"><span id="research-wiki-broken-0">no page at &#34;a/b.md&#34;</span></span>' +
      '</a> and <a href="c.md">that</a>.</p>\n',
  );
});

test('broken links: however the destination is written', () => {
  for (const [text, destination] of [
    ['[a](<my page.md>)', 'my page.md'],
    ['[a](caf%C3%A9.md)', 'caf%C3%A9.md'],
    ['[a](café.md#é)', 'café.md#é'],
    ['[a](x\\_y.md)', 'x_y.md'],
    ['[a][r]\n\n[r]: x.md', 'x.md'],
    ['[r]\n\n[r]: x.md', 'x.md'],
  ] as const) {
    assert.match(renderWith(text, gone(destination)).html, /<a [^>]*class="research-wiki-broken"/, text);
  }
});

test('broken links: twice the same one, two ids', () => {
  const { html } = renderWith('[a](x.md) [b](x.md)', gone('x.md'));
  const ids = [...html.matchAll(/<span id="([^"]*)"/g)].map(match => match[1]);
  assert.deepEqual(ids, ['research-wiki-broken-0', 'research-wiki-broken-1']);
  assert.deepEqual(
    [...html.matchAll(/aria-describedby="([^"]*)"/g)].map(match => match[1]),
    ids,
  );
});

test('broken links: an image whose file is gone says so in its place', () => {
  assert.equal(
    renderWith('![A <plot>](x.png)', gone('x.png', 'no file at "x.png"')).html,
    '<p><span class="research-wiki-missing">A &#60;plot&#62;: no file at &#34;x.png&#34;</span></p>\n',
  );
});

test('broken links: VS Code keeps its tokens, which are another page’s as well', () => {
  const first = renderWith('[a](x.md)', gone('x.md'));
  assert.equal(first.again(previewData({})), '<p><a href="x.md">a</a></p>\n');
});

test('broken links: a reference without a definition is marked where its text stands', () => {
  const place = { line: 0, character: 5, length: 8, text: 'the work' };
  const mark = { kind: 'undefined-reference', ...place, message: 'no definition of "w"' } as const;
  assert.match(
    renderWith('See [the work][w].', previewData({ marks: [mark] })).html,
    /<p>See \[<span class="research-wiki-broken" tabindex="0"[^>]*>the work<.*no definition of &#34;w&#34;.*\]\[w\]\.<\/p>/,
  );
});

test('page paths: a path in running text leads to its page, in a link nothing changes', () => {
  const mark = {
    kind: 'page-path',
    line: 0,
    character: 4,
    length: 13,
    text: 'concepts/calm',
    href: '../concepts/calm.md',
    title: 'Calm & "quiet"',
  } as const;
  const data = previewData({ marks: [mark] });
  assert.equal(
    renderWith('See concepts/calm there.', data).html,
    '<p>See <a href="../concepts/calm.md" data-href="../concepts/calm.md" title="Calm &#38; &#34;quiet&#34;">concepts/calm</a> there.</p>\n',
  );
  const inLink = previewData({ marks: [{ ...mark, character: 1 }] });
  assert.equal(renderWith('[concepts/calm](x.md)', inLink).html, '<p><a href="x.md">concepts/calm</a></p>\n');
});

test('backlinks: who links here, with what they say, as text', () => {
  const { html } = render('Text.', {
    data: {
      backlinks: {
        more: 2,
        pages: [
          {
            title: '<b>A</b>',
            type: 'finding',
            href: 'a.md',
            sections: ['Key <results>'],
            sentences: ['One <i>two</i>.'],
          },
          { title: 'B', href: 'javascript:alert(1)', sections: [], sentences: [] },
        ],
      },
    },
  });
  assert.equal(
    html,
    `<p>Text.</p>
<section class="research-wiki-backlinks" aria-labelledby="research-wiki-backlinks">
<h2 id="research-wiki-backlinks">4 link here</h2>
<ul>
<li><a href="a.md" data-href="a.md">&#60;b&#62;A&#60;/b&#62;</a> <span class="research-wiki-term">finding · Key &#60;results&#62;</span><p dir="auto">One &#60;i&#62;two&#60;/i&#62;.</p></li>
<li>B</li>
</ul>
<p class="research-wiki-term">and 2 more</p>
</section>
`,
  );
});
