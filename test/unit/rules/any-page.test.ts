import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import fc from 'fast-check';
import { readPage } from '../../../server/src/markdown/read-page.ts';
import { satteriParser } from '../../../server/src/markdown/satteri-parser.ts';
import { allRules } from '../../../server/src/rules/all.ts';
import { missingField } from '../../../server/src/rules/front-matter/missing-field.ts';
import type { PageRule } from '../../../server/src/rules/rule.ts';
import { missingSection } from '../../../server/src/rules/structure/missing-section.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { parseSchema } from '../../../server/src/wiki/schema/parse-schema.ts';
import { Wiki } from '../../../server/src/wiki/wiki.ts';
import { TODAY } from './fixture.ts';

const parser = satteriParser('native');
const path = 'wiki/findings/2024-a.md';
const yaml = readFileSync(new URL('../../acceptance/ch-ai-tanya.yaml', import.meta.url), 'utf8');
const { schema } = parseSchema(yaml);

function wikiOf(text: string): Wiki {
  const wiki = new Wiki(schema, {
    textOf: () => text,
    contentOf: () => undefined,
    tableAt: () => undefined,
    exists: () => false,
    today: () => TODAY,
    renamedTo: () => undefined,
  });
  wiki.addFile(path);
  wiki.update(path, readPage(parser, text));
  return wiki;
}

const rules = allRules.filter(
  (rule): rule is PageRule => rule.subject === 'page' && /^(?:structure|front-matter)\//.test(rule.id),
);

const line = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      '## Summary',
      '## Method',
      '# Title',
      '### Concepts',
      '## Surces',
      '## ',
      'Summary\n---',
      'Text.',
      '',
      '- [a](b.md)',
      '> ## Sources',
      '```\n## Sources\n```',
      '<!-- x -->',
    ),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      '---',
      'type: finding',
      'type: lens',
      'date: 2023-02-30',
      'status: [draft]',
      'title: a: b',
      'writers:',
      '  - "@x"',
      'lenses: *x',
      'dat: 1',
      'models: {a: [b]}',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
);
const page = fc
  .tuple(fc.boolean(), fc.array(line, { maxLength: 20 }), fc.constantFrom('\n', '\r\n'))
  .map(([matter, lines, newline]) => (matter ? ['---', 'type: finding', ...lines] : lines).join(newline));

test('whatever a page holds, rules say what they say inside of it, and so do their fixes', () => {
  fc.assert(
    fc.property(page, text => {
      const wiki = wikiOf(text);
      const page = wiki.pages.get(path)!;
      for (const rule of rules) {
        for (const problem of page.type || rule.untyped ? rule.check(page, wiki, {}) : []) {
          const { span, message } = problem;
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length, rule.id);
          assert.doesNotMatch(message, /^[A-Z]|\.$/, rule.id);
          for (const { edits } of rule.fix?.(problem, page, wiki) ?? []) {
            for (const edit of edits) assert.ok(!('create' in edit) && edit.span.end <= text.length, rule.id);
          }
        }
      }
    }),
    { numRuns: 250 },
  );
});

test('what a fix of a missing section or field adds is there afterwards', () => {
  let mended = 0;
  fc.assert(
    fc.property(page, text => {
      const wiki = wikiOf(text);
      const page = wiki.pages.get(path)!;
      for (const rule of [missingSection, missingField]) {
        const [problem] = page.type ? rule.check(page, wiki, {}) : [];
        const [fix] = problem ? (rule.fix?.(problem, page, wiki) ?? []) : [];
        if (!problem || !fix) continue;
        const edits = fix.edits.flatMap(edit => ('create' in edit ? [] : [edit]));
        const after = wikiOf(applyEdits(text, edits));
        const left = [...rule.check(after.pages.get(path)!, after, {})].map(({ message }) => message);
        assert.ok(!left.includes(problem.message), `${fix.title}\n${applyEdits(text, edits)}`);
        mended++;
      }
    }),
    { numRuns: 250 },
  );
  assert.ok(mended > 50, `only ${mended} fixes were tried`);
});
