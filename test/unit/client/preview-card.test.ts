import assert from 'node:assert/strict';
import { test } from 'node:test';
import { render } from './preview.ts';

const PAGE = '---\ntype: finding\n---\n\n# Title\n';
const card = {
  type: 'finding',
  status: 'draft',
  date: '2025-10-09',
  lenses: [{ text: 'Mechanistic', href: '../lenses/mechanistic.md' }, { text: 'behavioral' }],
};

test('card: type, status, date and lenses stand in place of the front matter', () => {
  const { html } = render(PAGE, { card });
  assert.equal(
    html,
    `<section class="research-wiki-card code-line" data-line="0" dir="auto" aria-label="About this page">
<span class="research-wiki-type">finding</span>
<span class="research-wiki-status">draft</span>
<span><span class="research-wiki-term">Date</span> 2025-10-09</span>
<div class="research-wiki-lenses"><span class="research-wiki-term">Lenses</span> <ul><li><a href="../lenses/mechanistic.md" data-href="../lenses/mechanistic.md">Mechanistic</a></li><li>behavioral</li></ul></div>
</section>
<h1>Title</h1>
`,
  );
});

test('card: says the title where no heading does', () => {
  const { html } = render('---\ntype: finding\n---\n\nText.\n', { card: { title: 'From the <fields>' } });
  assert.match(html, /<p class="research-wiki-title">From the &#60;fields&#62;<\/p>/);
});

test('card: leaves the front matter to VS Code where the user wants it otherwise', () => {
  for (const frontMatterStyle of ['hide', 'codeBlock']) {
    assert.match(render(PAGE, { card, frontMatterStyle }).html, /^<table>raw front matter<\/table>/);
  }
});

test('card: leaves the front matter to VS Code on a page that the server knows nothing of', () => {
  assert.match(render(PAGE, { unknown: true }).html, /^<table>raw front matter<\/table>/);
});

test('card: nothing at all where there is nothing to say', () => {
  assert.equal(render(PAGE, { card: {} }).html, '<h1>Title</h1>\n');
});

test('card: nothing of it can be markup, and no link leaves the files', () => {
  const { html } = render(PAGE, {
    card: {
      type: '<img src=x onerror=alert(1)>',
      lenses: [
        { text: 'a', href: 'javascript:alert(1)' },
        { text: 'b', href: ' \tcommand:x' },
        { text: 'c', href: '//e.org' },
        { text: '<i>', href: '"><script>' },
      ],
    },
  });
  assert.ok(!/<img|<script|<i>/.test(html), html);
  assert.deepEqual(
    [...html.matchAll(/ href="([^"]*)"/g)].map(match => match[1]),
    ['&#34;&#62;&#60;script&#62;'],
  );
});
