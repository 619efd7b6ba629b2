import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { numberGroupsOf } from '../../../server/src/features/views/number-groups.ts';
import { backlinkPlaces, countBacklinks } from '../../../server/src/features/views/page-backlinks.ts';
import { listedNumbers } from '../../../server/src/features/views/page-numbers.ts';
import { pageRelations } from '../../../server/src/features/views/page-relations.ts';
import { missingSectionFix, pageSections } from '../../../server/src/features/views/page-sections.ts';
import { tablesOfPage } from '../../../server/src/features/views/page-tables.ts';
import { bindNumber, putTableValue } from '../../../server/src/features/views/view-edits.ts';
import { fixture } from '../rules/fixture.ts';

const SCHEMA = `
=== research-wiki.yaml
version: 1
extends: null
read-only: ["fixed/**"]
pages:
  finding:
    files: "findings/*.md"
    sections:
      - Summary
      - one-of: [[Method, Key results], [Observed phenomenon]]
      - { title: Concepts, aliases: [Ideas], required: false, links: { to: concept, at-least: 2, listed-back-in: Findings, unless: [adjacent] } }
      - Sources
  concept: { files: "concepts/*.md", sections: [{ title: Findings, required: false }] }
`;
const PAGE = 'findings/probe.md';

function view(page: string, others = '') {
  const { wiki, files } = fixture(`${SCHEMA}=== ${PAGE}\n${page}\n${others}`);
  return { wiki, files, page: wiki.pages.get(PAGE)! };
}

suite('the sections of a page', () => {
  const titlesOf = (text: string) =>
    pageSections(view(text).page).map(section =>
      'missing' in section ? `+ ${section.title}` : section.title,
    );

  test('in the order of the type, with those that are missing, others behind what they follow', () => {
    assert.deepEqual(
      titlesOf('# Probe\n## Preface\n## Sources\nx\n## Key results\nx\n### Detail\n## Aside\nx\n## Ideas\nx'),
      ['Preface', '+ Summary', '+ Method', 'Key results', 'Aside', 'Ideas', 'Sources'],
    );
  });

  test('of a page without a type as they stand', () => {
    const { wiki } = fixture(`${SCHEMA}=== notes/x.md\n# X\n\n## B\n\ny\n\n## A\n`);
    assert.deepEqual(
      pageSections(wiki.pages.get('notes/x.md')!).map(section => [
        section.title,
        'empty' in section && section.empty,
      ]),
      [
        ['B', false],
        ['A', true],
      ],
    );
  });

  test('what is missing is added by the fix of the rule, a heading spelt nearly so is corrected', () => {
    const { wiki, page } = view('# Probe\n\n## Summary\n\nx\n\n## Key results\n\nx\n\n## Surces\n\nx\n');
    const fixes = pageSections(page).flatMap(section =>
      'missing' in section ? (missingSectionFix(wiki, page, section.entry)?.title ?? []) : [],
    );
    assert.deepEqual(fixes, ['Add section "Method"', 'Change the heading to "Sources"']);
    assert.equal(missingSectionFix(wiki, page, 0), undefined);
  });
});

suite('the relations of a page', () => {
  const others = `
=== concepts/recall.md
# Recall

## Findings

- [Probe](../findings/probe.md)
=== concepts/memory.md
# Memory
=== concepts/span.md
# Span
=== findings/other.md
# Other

## Concepts

- [Recall](../concepts/recall.md)
`;
  const shown = (path: string, page: string) => {
    const { wiki } = view(page, others);
    return pageRelations(wiki, wiki.pages.get(path)!).map(
      ({ direction, section, fromType, atLeast, links }) => [
        [direction, section, fromType, atLeast],
        links.map(({ text, page: other, notListedIn }) => [text, other?.path, notListedIn]),
      ],
    );
  };
  const page =
    '# Probe\n\n## Concepts\n\n- [Recall](../concepts/recall.md)\n- [Memory](../concepts/memory.md)\n' +
    '- [Span](../concepts/span.md), adjacent\n- [Gist](../concepts/gist.md)\n\n## Sources\n\n- [Other](other.md)\n';

  test('out of it by section, with what is not listed back, what does not exist yet, and other links', () => {
    assert.deepEqual(shown(PAGE, page), [
      [
        ['to', 'Concepts', undefined, 2],
        [
          ['Recall', 'concepts/recall.md', undefined],
          ['Memory', 'concepts/memory.md', 'Findings'],
          ['Span', 'concepts/span.md', undefined],
          ['Gist', undefined, undefined],
        ],
      ],
      [['to', undefined, undefined, 0], [['Other', 'findings/other.md', undefined]]],
    ]);
  });

  test('into it by the type and section of those that link here, with those that it does not list', () => {
    assert.deepEqual(shown('concepts/recall.md', page), [
      [['to', undefined, undefined, 0], [['Probe', 'findings/probe.md', undefined]]],
      [
        ['from', 'Concepts', 'finding', 0],
        [
          ['Other', 'findings/other.md', 'Findings'],
          ['Probe', 'findings/probe.md', undefined],
        ],
      ],
    ]);
  });

  test('a section that must hold links and holds none is there, an optional one is not', () => {
    assert.deepEqual(shown(PAGE, '# Probe\n'), [[['to', 'Concepts', undefined, 2], []]]);
  });

  test('backlinks with their sentences, in fields without one', () => {
    const { wiki } = view(
      '# Probe\n',
      '=== concepts/a.md\n# A\n\nOne. The [probe](../findings/probe.md) shows it. Two.\n',
    );
    const page = wiki.pages.get(PAGE)!;
    assert.equal(countBacklinks(wiki, page), 1);
    assert.deepEqual(
      backlinkPlaces(wiki, page).places.map(({ path, section, sentence }) => [path, section, sentence]),
      [['concepts/a.md', 'A', 'The probe shows it.']],
    );
  });

  test('of very many backlinks the first, and how many pages more', () => {
    const linkers = Array.from({ length: 700 }, (_, n) => `=== n/p${n}.md\n[p](../findings/probe.md)\n`);
    const { wiki, page } = view('# Probe\n', linkers.join(''));
    const { places, more } = backlinkPlaces(wiki, page);
    assert.equal(places.length + more, 700);
    assert.ok(places.length < 100);
    assert.equal(countBacklinks(wiki, page), 700);
  });
});

suite('the numbers and tables of a page', () => {
  const TABLE = `
=== data/recall.csv
model,recall,precision
tiny probe,12.0,10.2
large probe,74.1,81.9
`;
  const text = `---
tables: [../data/recall.csv, ../data/gone.csv]
---
# Probe

The large probe has a recall of 74.1. It is [74.2](../data/recall.csv#large-probe/recall) here.

It is [81.9](../data/recall.csv#large-probe/precision) there, and 4711 elsewhere.

It was [10.3](../data/recall.csv#tiny-probe/precision) once. <!--lint ignore claims/bound-value -- as printed-->

| probe | span |
| --- | --- |
| tiny | 3 |
`;

  test('numbers by group, each with its cell and what can be done', () => {
    const { wiki, page } = view(text, TABLE);
    const numbers = listedNumbers(wiki, page);
    assert.deepEqual(
      numbers.map(({ text: own, group, expected, canBind, cell }) => [
        own,
        group,
        expected,
        canBind,
        cell?.label,
      ]),
      [
        ['74.1', 'agrees', undefined, true, '74.1 in recall.csv, large probe, recall'],
        ['74.2', 'contradicted', '74.1', false, '74.1 in recall.csv, large probe, recall'],
        ['81.9', 'bound', undefined, false, '81.9 in recall.csv, large probe, precision'],
        ['4711', 'ambiguous', undefined, false, '12.0 in recall.csv, tiny probe, recall (+3)'],
        ['10.3', 'ignored', undefined, false, '10.2 in recall.csv, tiny probe, precision'],
      ],
    );
    assert.equal(numbers[0]!.sentence, 'The large probe has a recall of 74.1.');
    assert.deepEqual(numberGroupsOf(wiki, page), {
      agrees: 1,
      contradicted: 1,
      bound: 1,
      ambiguous: 1,
      ignored: 1,
    });
  });

  test('without a table in scope nothing is checked', () => {
    const { wiki, page } = view('# Probe\n\nIt has 4711 layers.\n');
    assert.deepEqual(numberGroupsOf(wiki, page), { unchecked: 1 });
  });

  test('a number is bound, or gets the value of its table; nothing else does', () => {
    const { wiki, files, page } = view(text, TABLE);
    const at = (number: string) => files.get(PAGE)!.indexOf(number);
    const textOf = (fix: ReturnType<typeof bindNumber>) =>
      fix?.edits.map(edit => 'newText' in edit && edit.newText);
    assert.deepEqual(textOf(bindNumber(wiki, page, at('74.1'))), [
      '[74.1](../data/recall.csv#large-probe/recall)',
    ]);
    assert.deepEqual(textOf(putTableValue(wiki, page, at('74.2'))), ['74.1']);
    assert.equal(bindNumber(wiki, page, at('81.9')), undefined);
    assert.equal(bindNumber(wiki, page, at('4711')), undefined);
    assert.equal(putTableValue(wiki, page, at('74.1')), undefined);
    assert.equal(putTableValue(wiki, page, at('10.3')), undefined);
    assert.equal(bindNumber(wiki, page, at('74.1') + 1), undefined);
  });

  test('a page that is read-only offers no change', () => {
    const { wiki, files } = fixture(`${SCHEMA}=== fixed/probe.md\n${text}${TABLE}`);
    const page = wiki.pages.get('fixed/probe.md')!;
    for (const { canBind, expected } of listedNumbers(wiki, page))
      assert.deepEqual([canBind, expected], [false, undefined]);
    const start = files.get('fixed/probe.md')!.indexOf('74.1');
    assert.equal(bindNumber(wiki, page, start), undefined);
  });

  test('tables that it names, readable or not, and its own, with how many numbers they contradict', () => {
    const { wiki, page } = view(text, TABLE);
    assert.deepEqual(
      tablesOfPage(wiki, page).map(({ title, place, readable, quoted, contradicted }) => [
        title,
        place.path,
        readable,
        quoted,
        contradicted,
      ]),
      [
        ['recall.csv', 'data/recall.csv', true, 4, 1],
        ['gone.csv', 'data/gone.csv', false, 0, 0],
        ['probe | span', PAGE, true, 0, 0],
      ],
    );
  });
});
