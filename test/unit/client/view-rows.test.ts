import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Translate } from '../../../client/src/status-text.ts';
import {
  checkedText,
  numberPageRows,
  numberRows,
  pageGroupRows,
  wikiGroupRows,
} from '../../../client/src/views/claims-rows.ts';
import {
  backlinkRows,
  partRows,
  relatedRows,
  relationRows,
  sectionRows,
  tableRows,
} from '../../../client/src/views/page-rows.ts';
import { type Row, spokenOf } from '../../../client/src/views/row.ts';
import { groupRows, pageRows, wikiRows } from '../../../client/src/views/wiki-rows.ts';
import type {
  PagePartsResult,
  ViewNumber,
  ViewPage,
  ViewRelation,
  WikiGroupsResult,
} from '../../../server/src/lsp/protocol.ts';

const t: Translate = (message, ...values) =>
  message.replace(/\{(\d)\}/g, (_, index) => String(values[Number(index)]));
const said = (rows: readonly Row[]) => rows.map(row => spokenOf(row));
const NONE = { errors: 0, warnings: 0, infos: 0 };
const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 4 } };
const URI = 'file:///w/findings/a.md';

suite('rows of the view Wiki', () => {
  const wiki: WikiGroupsResult['wikis'][number] = {
    rootUri: 'file:///w',
    name: 'w',
    pages: 3,
    groups: [
      { key: 'finding', pages: 2, isType: true, errors: 1, warnings: 2, infos: 4 },
      { key: '', pages: 1, isType: false, ...NONE },
    ],
  };
  const shown = { by: 'type', filter: '' } as const;

  test('of one wiki its groups, of several the wikis', () => {
    assert.deepEqual(said(wikiRows([wiki], shown, t)), ['finding, 2 · 1 error, 2 warnings', 'no type, 1']);
    assert.deepEqual(said(wikiRows([wiki, { ...wiki, name: 'v' }], shown, t)), ['w, 3', 'v, 3']);
  });

  test('new pages are made of types that the schema knows', () => {
    assert.deepEqual(
      groupRows(wiki, shown, t).map(({ context }) => context),
      ['group type', 'group'],
    );
  });

  test('another grouping or filter is another tree, and what is filtered stands open', () => {
    const of = (by: 'type' | 'status', filter: string) => groupRows(wiki, { by, filter }, t)[0]!;
    const ids = [of('type', ''), of('status', ''), of('type', 'x')].map(({ id }) => id);
    assert.equal(new Set(ids).size, 3);
    assert.deepEqual([of('type', '').fold, of('type', 'x').fold], ['closed', 'open']);
  });

  test('pages say what the grouping does not, and their problems by words and icon', () => {
    const page: ViewPage = {
      uri: URI,
      title: 'A',
      path: 'findings/a.md',
      type: 'finding',
      status: 'draft',
      errors: 0,
      warnings: 1,
      infos: 3,
    };
    const parent = { kind: 'group', rootUri: 'file:///w', group: 'finding' } as const;
    const answer = {
      parts: [{ key: 'pr', label: 'Pr', pages: 600, errors: 2, warnings: 0, infos: 0 }],
      pages: [page],
    };
    const [part, row] = pageRows(answer, parent, shown, t);
    assert.deepEqual(said([part!, row!]), ['Pr…, 600 · 2 errors', 'A, draft · 1 warning']);
    assert.deepEqual(part!.data, { ...parent, part: 'pr' });
    assert.equal(row!.icon![0], 'warning');
    const byStatus = pageRows(answer, parent, { by: 'status', filter: '' }, t)[1]!;
    assert.equal(byStatus.description, 'finding · 1 warning');
  });
});

suite('rows of the view This Page', () => {
  const page: PagePartsResult = {
    uri: URI,
    title: 'A',
    ...NONE,
    sections: [
      { title: 'Summary', range, empty: true },
      { title: 'Sources', entry: 3 },
      { title: 'Summary', range, empty: false },
    ],
    tables: [
      {
        title: 'd.csv',
        path: 'data/d.csv',
        uri: 'file:///w/data/d.csv',
        range,
        readable: true,
        quoted: 3,
        contradicted: 1,
      },
      {
        title: 'gone.csv',
        path: 'data/gone.csv',
        uri: 'file:///w/data/gone.csv',
        range,
        readable: false,
        quoted: 0,
        contradicted: 0,
      },
    ],
    numbers: { agrees: 2, contradicted: 1 },
    backlinks: 1,
  };

  test('its parts, with what is missing and what is wrong', () => {
    assert.deepEqual(said(partRows(URI, page, t)), [
      'Sections, 2 · 1 missing',
      'Relations',
      'Backlinks, 1 page',
      'Tables, 2 · 1 contradicted',
      'Numbers, 1 contradicted, 2 agree',
    ]);
  });

  test('sections, with what a click does; two of one name are two rows', () => {
    const rows = sectionRows(URI, page.sections, t);
    assert.deepEqual(said(rows), ['Summary, empty', 'Sources, missing', 'Summary']);
    assert.equal(rows[1]!.runs, 'researchWiki.addSection');
    assert.deepEqual(rows[1]!.data, {
      kind: 'place',
      uri: URI,
      edit: { edit: 'add-section', uri: URI, entry: 3 },
    });
    assert.equal(new Set(rows.map(({ id }) => id)).size, 3);
  });

  test('tables, with what they say of the numbers; one that is gone opens nothing', () => {
    const rows = tableRows(URI, page.tables, t);
    assert.deepEqual(said(rows), ['d.csv, 1 contradicted · 3 numbers', 'gone.csv, not readable']);
    assert.equal(rows[1]!.opens, undefined);
  });

  test('relations, with gaps and what is still owed; the page that is linked to lists the other one', () => {
    const other = 'file:///w/concepts/c.md';
    const to: ViewRelation = {
      direction: 'to',
      section: 'Concepts',
      atLeast: 3,
      links: [
        { uri: URI, range, title: 'C', pageUri: other, type: 'concept', notListedIn: 'Findings' },
        { uri: URI, range, title: 'D' },
      ],
    };
    const from: ViewRelation = {
      ...to,
      direction: 'from',
      fromType: 'finding',
      atLeast: 0,
      links: [to.links[0]!],
    };
    assert.deepEqual(said(relationRows(URI, [to, from], t)), [
      'Concepts, 2 of at least 3 · 1 not listed back',
      'From finding: Concepts, 1 · 1 not listed back',
    ]);
    const [gap, planned] = relatedRows(URI, to, t);
    assert.deepEqual(said([gap!, planned!]), ['C, not listed in "Findings"', 'D, no page yet']);
    const editOf = (row: Row) => (row.data as { edit?: object }).edit;
    assert.deepEqual(editOf(gap!), { edit: 'list-page', uri: other, listed: URI, section: 'Findings' });
    assert.deepEqual(editOf(relatedRows(URI, from, t)[0]!), {
      edit: 'list-page',
      uri: URI,
      listed: other,
      section: 'Findings',
    });
  });

  test('backlinks with their sentences, and how many more there are', () => {
    const place = { uri: 'file:///w/b.md', range, title: 'B', section: 'S' };
    const places = [
      { ...place, sentence: 'See A.' },
      { ...place, sentence: '' },
    ];
    assert.deepEqual(said(backlinkRows(URI, { title: 'A', places, more: 2 }, t)), [
      'B, See A.',
      'B, in its fields',
      'and 2 more pages',
    ]);
  });
});

suite('rows of the view Claims', () => {
  const number = (more: Partial<ViewNumber>): ViewNumber => ({
    group: 'agrees',
    text: '12',
    range,
    sentence: 'It is 12.',
    reason: 'It agrees.',
    canBind: false,
    ...more,
  });
  const cell = { label: '13 in d.csv, a, b', uri: 'file:///w/d.csv', range };

  test('groups in the order of what needs the author, without empty ones', () => {
    const numbers = [number({}), number({ group: 'bound' }), number({ group: 'contradicted' }), number({})];
    assert.deepEqual(said(pageGroupRows(URI, numbers, t)), ['Contradicted, 1', 'Agree, 2', 'Bound, 1']);
    const groups = [
      { group: 'unchecked', numbers: 5, pages: 1 },
      { group: 'ambiguous', numbers: 7, pages: 2 },
    ] as const;
    assert.deepEqual(said(wikiGroupRows({ groups, known: 3, pages: 3 }, t)), [
      'Cannot be told, 7 · 2 pages',
      'Not checked, 5 · 1 page',
    ]);
  });

  test('numbers with their cell, else their sentence, and only what can be done', () => {
    const shown = (group: ViewNumber['group'], more: Partial<ViewNumber>) =>
      numberRows(URI, group, [number({ group, ...more })], 'page', t)[0]!;
    const wrong = shown('contradicted', { cell, expected: '13' });
    assert.deepEqual([wrong.description, wrong.context], ['13 in d.csv, a, b', 'number value cell']);
    const odd = shown('contradicted', { expected: '14' });
    assert.deepEqual([odd.description, odd.context], ['should be 14 · It is 12.', 'number value']);
    assert.equal(shown('ambiguous', { cell }).description, 'perhaps 13 in d.csv, a, b');
    assert.equal(shown('agrees', { canBind: true, cell }).context, 'number bind cell');
    assert.equal(spokenOf(wrong), '12, Contradicted, 13 in d.csv, a, b');
    assert.match(wrong.tooltip!, /^It is 12\.\n\nIt agrees\.$/);
  });

  test('the id of a number does not hang on its place, so that a line more above leaves it as it is', () => {
    const ids = (line: number) =>
      numberRows(
        URI,
        'agrees',
        [number({}), number({ range: { start: { line, character: 0 }, end: { line, character: 2 } } })],
        'page',
        t,
      ).map(({ id }) => id);
    assert.deepEqual(ids(5), ids(6));
    assert.equal(new Set(ids(5)).size, 2);
  });

  test('pages with numbers, and how much is known', () => {
    const pages = [{ uri: URI, title: 'A', path: 'findings/a.md', numbers: 3 }];
    const parts = [{ key: 'p', label: 'P', pages: 501, numbers: 900 }];
    assert.deepEqual(said(numberPageRows('agrees', { parts, pages }, t)), ['P…, 900', 'A, 3']);
    assert.equal(checkedText({ groups: [], known: 3, pages: 3 }, t), undefined);
    assert.match(checkedText({ groups: [], known: 3, pages: 9 }, t)!, /3 of 9/);
  });
});
