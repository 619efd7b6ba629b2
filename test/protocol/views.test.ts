import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import {
  NUMBER_GROUPS,
  NUMBER_PAGES,
  type NumberGroupsResult,
  PAGE_BACKLINKS,
  PAGE_NUMBERS,
  PAGE_PARTS,
  PAGE_RELATIONS,
  type PageBacklinksResult,
  type PageNumbersResult,
  type PagePartsResult,
  type PageRelationsResult,
  VIEW_EDIT,
  VIEWS_CHANGED,
  type ViewEditResult,
  WIKI_GROUPS,
  WIKI_PAGES,
  type WikiGroupsResult,
  type WikiPagesResult,
} from '../../server/src/lsp/protocol.ts';
import { tempWiki } from '../support/temp-wiki.ts';
import { TestClient, uriOf } from './client.ts';
import { CLEAN, FINDING } from './pages.ts';

const TABLE = 'model,recall\nprobe,12.5\nother,20.1\n';
const PAGE = 'findings/probe.md';
const TEXT = FINDING.replace(
  'A probe of recall.',
  'It is [12.4](../data/d.csv#probe/recall), and the recall of other is 20.1.',
).replace('## Concepts\n\n- [Recall]', '## Concepts\n\n- [Memory](../concepts/memory.md)\n- [Recall]');

/** A client that asks what views ask, and hears when there is news. */
async function viewing(context: TestContext, files: Readonly<Record<string, string>> = {}) {
  const root = tempWiki(context, { ...CLEAN, [PAGE]: TEXT, 'data/d.csv': TABLE, ...files });
  const capabilities = { workspace: { codeLens: { refreshSupport: true } } };
  const client = await TestClient.start(context, { folders: [root], capabilities });
  client.connection.onRequest('workspace/codeLens/refresh', () => null);
  let hear = () => {};
  let heard = 0;
  client.connection.onNotification(VIEWS_CHANGED, () => {
    heard++;
    hear();
  });
  const ask = <Result>(method: string, params: object = {}): Promise<Result> =>
    client.connection.sendRequest<Result>(method, params);
  /** The answer once it fits; asked for again only when the server says that there is another. */
  const askUntil = async <Result>(method: string, params: object, fits: (answer: Result) => boolean) => {
    for (;;) {
      const news = new Promise<void>(resolve => {
        hear = resolve;
      });
      const answer = await ask<Result>(method, params);
      if (fits(answer)) return answer;
      await news;
    }
  };
  const nextNews = () =>
    new Promise<void>(resolve => {
      hear = resolve;
    });
  return { root, client, uri: uriOf(root, PAGE), ask, askUntil, nextNews, heard: () => heard };
}

const all = { by: 'type', filter: '' };
const errorsOf = ({ wikis }: WikiGroupsResult, key: string) =>
  wikis[0]!.groups.find(group => group.key === key)?.errors;

suite('the view Wiki', () => {
  test('groups with the problems of pages that were never opened, and news when they are another', async context => {
    const { root, client, askUntil } = await viewing(context);
    const answer = await askUntil<WikiGroupsResult>(
      WIKI_GROUPS,
      all,
      each => errorsOf(each, 'finding') === 1,
    );
    assert.deepEqual(
      answer.wikis[0]!.groups.map(({ key, pages, isType }) => [key, pages, isType]),
      [
        ['finding', 1, true],
        ['concept', 2, true],
        ['lens', 1, true],
      ],
    );
    writeFileSync(join(root, 'data/d.csv'), TABLE.replace('12.5', '12.4'));
    client.fileEvent(root, 'data/d.csv', 2);
    await askUntil<WikiGroupsResult>(WIKI_GROUPS, all, each => errorsOf(each, 'finding') === 0);
  });

  test('pages of a group, that come and go', async context => {
    const { root, client, ask, askUntil } = await viewing(context);
    const { wikis } = await ask<WikiGroupsResult>(WIKI_GROUPS, all);
    const params = { ...all, rootUri: wikis[0]!.rootUri, group: 'concept' };
    const { pages } = await ask<WikiPagesResult>(WIKI_PAGES, params);
    assert.deepEqual(
      pages.map(({ title, path, uri }) => [title, path, uri]),
      [
        ['Memory', 'concepts/memory.md', uriOf(root, 'concepts/memory.md')],
        ['Recall', 'concepts/recall.md', uriOf(root, 'concepts/recall.md')],
      ],
    );
    writeFileSync(join(root, 'concepts/span.md'), '# Span\n');
    client.fileEvent(root, 'concepts/span.md', 1);
    await askUntil<WikiPagesResult>(WIKI_PAGES, params, each => each.pages.length === 3);
    rmSync(join(root, 'concepts/span.md'));
    client.fileEvent(root, 'concepts/span.md', 3);
    await askUntil<WikiPagesResult>(WIKI_PAGES, params, each => each.pages.length === 2);
    const none = await ask<WikiPagesResult>(WIKI_PAGES, { ...params, rootUri: 'file:///nowhere' });
    assert.deepEqual(none, { parts: [], pages: [] });
  });

  test('more than 500 pages come in parts, whose pages are asked for one part at a time', async context => {
    const many = Array.from({ length: 620 }, (_, n) => [
      `concepts/c${n}.md`,
      `# ${n % 2 ? 'Odd' : 'Even'} ${n}\n`,
    ]);
    const { ask } = await viewing(context, Object.fromEntries(many));
    const { wikis } = await ask<WikiGroupsResult>(WIKI_GROUPS, all);
    const params = { ...all, rootUri: wikis[0]!.rootUri, group: 'concept' };
    const { parts, pages } = await ask<WikiPagesResult>(WIKI_PAGES, params);
    assert.deepEqual(
      parts.map(({ label, pages: count }) => [label, count]),
      [
        ['E', 310],
        ['O', 310],
      ],
    );
    assert.deepEqual(
      pages.map(({ title }) => title),
      ['Memory', 'Recall'],
    );
    const part = await ask<WikiPagesResult>(WIKI_PAGES, { ...params, part: parts[0]!.key });
    assert.equal(part.pages.length, 310);
  });

  test('news comes once, until something is asked again', async context => {
    const { root, client, ask, askUntil, nextNews, heard } = await viewing(context);
    await askUntil<NumberGroupsResult>(NUMBER_GROUPS, {}, ({ known, pages }) => known === pages);
    const change = (text: string) => {
      writeFileSync(join(root, 'concepts/memory.md'), text);
      client.fileEvent(root, 'concepts/memory.md', 2);
    };
    const first = nextNews();
    await ask(WIKI_GROUPS, all);
    change('# Memory, again\n');
    await first;
    const before = heard();
    // The lenses are told later than the views would be.
    const told = new Promise<void>(resolve => {
      client.connection.onRequest('workspace/codeLens/refresh', () => resolve());
    });
    change('# Memory, once more\n');
    await told;
    assert.equal(heard(), before);
    await ask(WIKI_GROUPS, all);
    const next = nextNews();
    change('# Memory\n');
    await next;
  });
});

suite('the view This Page', () => {
  test('sections, tables, numbers, and where the title stands', async context => {
    const { ask, uri } = await viewing(context);
    const page = (await ask<PagePartsResult | null>(PAGE_PARTS, { uri }))!;
    const line = TEXT.split('\n').indexOf('# Probe');
    assert.deepEqual(page.titleAt, { start: { line, character: 2 }, end: { line, character: 7 } });
    assert.deepEqual(
      page.sections.map(({ title, range, entry }) => [title, range?.start.line, entry]),
      [
        ['Summary', line + 2, undefined],
        ['Concepts', line + 6, undefined],
      ],
    );
    assert.deepEqual(
      page.tables.map(({ path, contradicted, quoted }) => [path, contradicted, quoted]),
      [['data/d.csv', 1, 2]],
    );
    assert.deepEqual(page.numbers, { contradicted: 1, agrees: 1 });
    assert.equal(page.backlinks, 1);
  });

  test('relations both ways, and backlinks with their sentences', async context => {
    const { ask, uri, root } = await viewing(context);
    const { groups } = await ask<PageRelationsResult>(PAGE_RELATIONS, { uri });
    assert.deepEqual(
      groups.map(({ direction, section, links }) => [
        direction,
        section,
        links.map(({ title, notListedIn }) => [title, notListedIn]),
      ]),
      [
        [
          'to',
          'Concepts',
          [
            ['Memory', 'Findings'],
            ['Recall', undefined],
          ],
        ],
        ['to', undefined, [['Cognitive', undefined]]],
      ],
    );
    const { places } = await ask<PageBacklinksResult>(PAGE_BACKLINKS, { uri });
    assert.deepEqual(
      places.map(place => [place.uri, place.range.start.line, place.section, place.sentence]),
      [[uriOf(root, 'concepts/recall.md'), 6, 'Findings', 'Probe']],
    );
  });

  test('nothing for what is no page', async context => {
    const { ask } = await viewing(context);
    for (const uri of ['untitled:Untitled-1', 'file:///no/wiki.md']) {
      assert.equal(await ask(PAGE_PARTS, { uri }), null);
      assert.equal(await ask(PAGE_NUMBERS, { uri }), null);
      assert.deepEqual(await ask(PAGE_RELATIONS, { uri }), { groups: [] });
    }
  });
});

suite('the view Claims', () => {
  test('the numbers of a page as it stands in the editor', async context => {
    const { ask, root, client, uri } = await viewing(context);
    client.open(root, PAGE, TEXT.replace('12.4', '12.5'));
    const { numbers } = (await ask<PageNumbersResult | null>(PAGE_NUMBERS, { uri }))!;
    assert.deepEqual(
      numbers.map(({ group, text, cell }) => [group, text, cell?.label, cell?.range.start.line]),
      [
        ['bound', '12.5', '12.5 in d.csv, probe, recall', 1],
        ['agrees', '20.1', '20.1 in d.csv, other, recall', 2],
      ],
    );
  });

  test('of all pages what the background check has found, and how much that is', async context => {
    const { ask, askUntil, uri } = await viewing(context);
    const answer = await askUntil<NumberGroupsResult>(
      NUMBER_GROUPS,
      {},
      ({ known, pages }) => known === pages,
    );
    assert.equal(answer.pages, 4);
    assert.deepEqual(answer.groups, [
      { group: 'contradicted', numbers: 1, pages: 1 },
      { group: 'agrees', numbers: 1, pages: 1 },
    ]);
    assert.deepEqual(await ask(NUMBER_PAGES, { group: 'agrees' }), {
      parts: [],
      pages: [{ uri, title: 'Probe', path: PAGE, numbers: 1 }],
    });
  });
});

suite('what a view changes', () => {
  const newTexts = ({ edits }: ViewEditResult) => edits.map(({ newText }) => newText);
  const positionOf = (text: string) => {
    const before = TEXT.slice(0, TEXT.indexOf(text)).split('\n');
    return { line: before.length - 1, character: before.at(-1)!.length };
  };

  test('a number is bound, or gets the value of its table', async context => {
    const { ask, uri } = await viewing(context);
    const edit = (kind: string, text: string) =>
      ask<ViewEditResult>(VIEW_EDIT, { edit: kind, uri, position: positionOf(text), text });
    assert.deepEqual(newTexts(await edit('bind-number', '20.1')), ['[20.1](../data/d.csv#other/recall)']);
    assert.deepEqual(newTexts(await edit('table-value', '12.4')), ['12.5']);
    await assert.rejects(edit('table-value', '20.1'), /nothing to change here/);
  });

  test('nothing where the page says something else by now', async context => {
    const { ask, uri } = await viewing(context);
    const stale = { edit: 'bind-number', uri, position: positionOf('20.1'), text: '20.2' };
    await assert.rejects(ask(VIEW_EDIT, stale), /nothing to change here/);
    const outside = { ...stale, uri: 'file:///no/wiki.md' };
    await assert.rejects(ask(VIEW_EDIT, outside), /no page of a research wiki/);
  });

  test('a missing section is added, a page is listed', async context => {
    const { ask, uri, root, client } = await viewing(context);
    client.open(root, PAGE, TEXT.replace('## Summary\n', ''));
    const { sections } = (await ask<PagePartsResult | null>(PAGE_PARTS, { uri }))!;
    const { entry } = sections.find(({ range }) => range === undefined)!;
    const [added] = newTexts(await ask<ViewEditResult>(VIEW_EDIT, { edit: 'add-section', uri, entry }));
    assert.match(added!, /^\s*## Summary\n/);
    const memory = uriOf(root, 'concepts/memory.md');
    const listing = { edit: 'list-page', uri: memory, listed: uri, section: 'Findings' };
    const { edits } = await ask<ViewEditResult>(VIEW_EDIT, listing);
    assert.deepEqual(
      edits.map(({ uri: there, newText }) => [there, newText.trim()]),
      [[memory, '- [Probe](../findings/probe.md)']],
    );
  });

  test('a closed page that was changed by another program is read again first', async context => {
    const { ask, root, uri } = await viewing(context);
    await ask(PAGE_PARTS, { uri });
    const memory = uriOf(root, 'concepts/memory.md');
    writeFileSync(
      join(root, 'concepts/memory.md'),
      '# Memory\n\nMuch more than before.\n\n## Findings\n\n- None yet\n',
    );
    const listing = { edit: 'list-page', uri: memory, listed: uri, section: 'Findings' };
    const { edits } = await ask<ViewEditResult>(VIEW_EDIT, listing);
    assert.ok(edits[0]!.range.start.line >= 6, JSON.stringify(edits));
  });
});
