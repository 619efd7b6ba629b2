import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { duplicateSource } from '../../../server/src/rules/sources/duplicate.ts';
import { sourceNotLinked } from '../../../server/src/rules/sources/not-linked.ts';
import { uncited } from '../../../server/src/rules/sources/uncited.ts';
import { urlMismatch } from '../../../server/src/rules/sources/url-mismatch.ts';
import { sourceId } from '../../../server/src/wiki/source-ids.ts';
import { checkFix, checkRule } from './check-rule.ts';

test('one source has one identity, however it is written', () => {
  const same = (id: string, ...written: readonly string[]) => {
    for (const text of written) assert.equal(sourceId(text)?.id, id, text);
  };
  same(
    'arxiv:2401.01234',
    'https://arxiv.org/abs/2401.01234',
    'http://www.arxiv.org/pdf/2401.01234v3.pdf',
    'https://arxiv.org/html/2401.01234v1#S3',
    'https://ar5iv.org/abs/2401.01234?x=1',
    'arXiv:2401.01234',
    '2401.01234v2',
    'https://doi.org/10.48550/arXiv.2401.01234',
  );
  same('arxiv:cs.cl/0112017', 'https://arxiv.org/abs/cs.CL/0112017', 'cs.CL/0112017v1');
  same('doi:10.1000/a-b(c)', '10.1000/A-b(c)', 'doi: 10.1000/a-b(c)', 'https://dx.doi.org/10.1000/a-B(c)');
  same(
    'url:example.org/Paper?id=1',
    'https://www.example.org/Paper?id=1',
    'http://Example.org/Paper?id=1&utm_source=x',
  );
  same('url:example.org/paper#s2', 'https://example.org/paper/#s2', 'https://example.org/paper#s2');
});

test('what identifies no document has none', () => {
  for (const text of [
    '',
    'https://example.org',
    'https://www.example.org/',
    'Doe 2024',
    '10.5',
    'mailto:a@example.org',
  ])
    assert.equal(sourceId(text), undefined, text);
});

suite('sources/duplicate', () => {
  test('in any field, three of them', () =>
    checkRule(
      duplicateSource,
      `=== sources/a.md
---
doi: 10.1000/x
---
=== sources/b.md
---
url: https://example.org/b
doi: https://doi.org/10.1000/X
     ^^^^^^^^^^^^^^^^^^^^^^^^^ "sources/a.md" has the same DOI
---
=== sources/c.md
---
url: https://doi.org/10.1000/x
     ^^^^^^^^^^^^^^^^^^^^^^^^^ "sources/a.md" has the same DOI
---
`,
    ));
  test('parts of one document, and pages of other types, are none', () =>
    checkRule(
      duplicateSource,
      `=== sources/a.md
---
url: https://example.org/book#1
---
=== sources/b.md
---
url: https://example.org/book#2
---
=== findings/c.md
---
url: https://example.org/book#2
---
`,
    ));
});

suite('sources/not-linked', () => {
  const SOURCE = '=== sources/doe.md\n---\ntitle: Doe 2024\nurl: https://arxiv.org/abs/2401.01234\n---\n';
  test('a bare URL becomes a link with the title', () =>
    checkFix(
      sourceNotLinked,
      `=== findings/a.md\nSee https://arxiv.org/abs/2401.01234 and <https://arxiv.org/abs/2401.01234>.\n${SOURCE}`,
      'Link to the source page "sources/doe.md"',
      'See [Doe 2024](../sources/doe.md) and <https://arxiv.org/abs/2401.01234>.\n',
    ));
  test('a link keeps its text', () =>
    checkFix(
      sourceNotLinked,
      `=== findings/a.md\nAfter [*Doe*](https://arxiv.org/pdf/2401.01234).\n${SOURCE}`,
      'Link to the source page "sources/doe.md"',
      'After [*Doe*](../sources/doe.md).\n',
    ));
  test('not on source pages, nor where two sources share the address', () => {
    checkRule(sourceNotLinked, `=== sources/roe.md\nhttps://arxiv.org/abs/2401.01234\n${SOURCE}`);
    checkRule(
      sourceNotLinked,
      `=== findings/a.md\nhttps://arxiv.org/abs/2401.01234\n${SOURCE}${SOURCE.replace('doe.md', 'doe-2.md')}`,
    );
  });
});

test('sources/uncited: cited by a page path', () =>
  checkRule(uncited, '=== findings/a.md\nAfter sources/doe.\n=== sources/doe.md\n# Doe\n'));

suite('sources/url-mismatch', () => {
  const source = (name: string, url: string) =>
    `=== sources/${name}.md\n---\ntitle: ${name}\nurl: ${url}\n---\n`;
  const finding = (url: string, ...cited: readonly string[]) =>
    `=== findings/a.md\n---\nsource: ${url}\n---\n${cited.map(name => `[${name}](../sources/${name}.md)`).join(' ')}\n`;

  test('the right address in place of the wrong one, quoted as it was', () =>
    checkFix(
      urlMismatch,
      `${finding('"https://example.org/prob"', 'doe')}${source('doe', 'https://example.org/probe')}`,
      'Change to https://example.org/probe',
      '---\nsource: "https://example.org/probe"\n---\n[doe](../sources/doe.md)\n',
    ));
  test('of several sources only the one that a slip away is meant', () => {
    const others = source('doe', 'https://example.org/probe') + source('roe', 'https://example.org/memory');
    checkRule(urlMismatch, `${finding('https://example.org/elsewhere', 'doe', 'roe')}${others}`);
    checkRule(
      urlMismatch,
      finding('https://example.org/memroy', 'doe', 'roe').replace(
        '\n---\n[',
        '\n        ^^^^^^^^^^^^^^^^^^^^^^^^^^ the source "roe" has another URL: https://example.org/memory\n---\n[',
      ) + others,
    );
  });
  test('silent: another site, another kind, an address that a source has, one that the source page mentions', () => {
    const doe = source('doe', 'https://example.org/probe');
    checkRule(urlMismatch, `${finding('https://other.org/probe', 'doe')}${doe}`);
    checkRule(urlMismatch, `${finding('https://doi.org/10.1000/x', 'doe')}${doe}`);
    checkRule(
      urlMismatch,
      `${finding('https://example.org/memory', 'doe')}${doe}${source('roe', 'https://example.org/memory')}`,
    );
    checkRule(urlMismatch, `${finding('https://example.org/p2', 'doe')}${doe}Also at example.org/p2.\n`);
  });
  test('two fields of one source page', () =>
    checkRule(
      urlMismatch,
      `=== sources/a.md
---
url: https://arxiv.org/abs/2401.01234
arxiv: "2401.01243"
       ^^^^^^^^^^^^ \`url\` has another arXiv id: 2401.01234
doi: 10.1000/x
---
`,
    ));
});
