import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { newPageText } from '../../../server/src/wiki/new-page-text.ts';
import { fillBlanks, withFields } from '../../../server/src/wiki/page-text.ts';
import { parseSchema } from '../../../server/src/wiki/schema/parse-schema.ts';
import { Wiki } from '../../../server/src/wiki/wiki.ts';

const SCHEMA = `version: 1
extends: null
all-pages: { fields: { required: [type, title, writers], properties: { writers: { type: array } } } }
pages:
  finding: { files: "findings/*.md", fields: { required: [date] }, sections: [Summary] }
`;

/** A wiki with one template; nothing else is asked of it. */
function wikiWith(template: string | undefined, writer?: string): Wiki {
  const wiki = new Wiki(parseSchema(SCHEMA, { ruleIds: [] }).schema, {
    textOf: () => undefined,
    contentOf: () => undefined,
    tableAt: () => undefined,
    exists: () => false,
    today: () => '2024-06-01',
    templateAt: () => template,
    writer: () => writer,
    renamedTo: () => undefined,
  });
  if (template !== undefined) wiki.addFile('templates/finding.md');
  return wiki;
}

suite('new pages', () => {
  test('from the schema, with the writer that is known', () => {
    assert.equal(
      newPageText(wikiWith(undefined, 'Jane Doe'), 'finding', 'Probes: a study').text,
      '---\ntype: finding\ntitle: "Probes: a study"\ndate: 2024-06-01\nwriters:\n  - Jane Doe\n---\n\n# Probes: a study\n\n## Summary\n\n\n',
    );
  });

  test("from the wiki's own template: blanks and empty fields are filled in, the rest stays", () => {
    const template = `---
type: finding # never another
title: "{{title}}"
date:
writers: {{writers}}
lenses: [behavioural]
---

# {{ title }}

*{{writers}}, {{year}}; {{unknown}}*

## Summary

{{cursor}}
`;
    const { text, cursor } = newPageText(wikiWith(template, 'Jane Doe'), 'finding', 'Say "when": *now*');
    assert.equal(
      text,
      `---
type: finding # never another
title: "Say \\"when\\": *now*"
date: 2024-06-01
writers:
  - Jane Doe
lenses: [behavioural]
---

# Say "when": *now*

*Jane Doe, 2024; {{unknown}}*

## Summary


`,
    );
    assert.equal(text.slice(0, cursor).endsWith('## Summary\n\n'), true);
  });

  test('nobody is made up where no writer is known, and writing begins in the first section', () => {
    const template = '---\nwriters: []\n---\n# {{title}}\n\n## Summary\n\n- \n';
    const { text, cursor } = newPageText(wikiWith(template), 'finding', 'Probes');
    assert.match(text, /^writers: \[\]$/m);
    assert.equal(text.slice(0, cursor).endsWith('## Summary\n\n- '), true);
  });

  test('a template that is no YAML, or has no front matter, is taken as it is', () => {
    assert.equal(
      newPageText(wikiWith('---\na: [\n---\n# {{title}}\n'), 'finding', 'P').text,
      '---\na: [\n---\n# P\n',
    );
    assert.equal(newPageText(wikiWith('# {{title}}\n'), 'finding', 'P').text, '# P\n');
    assert.equal(newPageText(wikiWith(''), 'finding', 'P').text, '');
  });
});

test('fields go in place of those of the same name, comments and order stay', () => {
  assert.equal(
    withFields('---\nb: 1 # one\na: x\n---\ntext', { b: 2, c: ['y'] }),
    '---\nb: 2 # one\na: x\nc:\n  - y\n---\ntext',
  );
  assert.equal(withFields('text', { a: 1 }), '---\na: 1\n---\n\ntext');
  assert.equal(fillBlanks('{{ a }} {{b}}', { a: 'x' }), 'x {{b}}');
});
