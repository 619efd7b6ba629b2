import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { restsOnTables } from '../../../server/src/claims/claims-of.ts';
import { verdictsOf } from '../../../server/src/claims/verdicts-of.ts';
import { CheckRun } from '../../../server/src/cli/check-run.ts';
import { ClaimsAhead } from '../../../server/src/cli/claims-ahead.ts';
import { SILENT } from '../../../server/src/cli/progress-bar.ts';
import { GitRenames } from '../../../server/src/host/git-renames.ts';
import { loadMarkdownParser } from '../../../server/src/host/markdown-parser.ts';
import { WikiHost } from '../../../server/src/host/wiki-host.ts';
import { allRules } from '../../../server/src/rules/all.ts';
import { tempWiki } from '../../support/temp-wiki.ts';

const parser = await loadMarkdownParser();
const PAGES = 120;

/** Findings with a table each; every tenth is wrong, and every twelfth says how many findings there are. */
function manyFindings(context: TestContext): string {
  const value = (index: number) => (50 + (index * 37) / 100).toFixed(2);
  const swapped = ([a, b, point, c, d]: string) => [a, c, point, b, d].join('');
  const said = (index: number) => (index % 10 === 5 ? swapped(value(index)) : value(index));
  const finding = (index: number) => `---
type: finding
title: Probe ${index}
tables: [../data/probe-${index}.csv]
---

# Probe ${index}

## Key results

The large model reaches a recall of ${said(index)}, the small one 48.5, and 12.25 % of something else.
${index % 12 === 0 ? `There are [${PAGES}](wiki:finding) findings.` : ''}
`;
  return tempWiki(context, {
    'research-wiki.yaml': 'extends: research-wiki\n',
    ...Object.fromEntries(
      Array.from({ length: PAGES }, (_, index) => [
        [`findings/probe-${index}.md`, finding(index)],
        [`data/probe-${index}.csv`, `model,recall\nlarge,${value(index)}\nsmall,48.5\n`],
      ]).flat(),
    ),
    'concepts/recall.md': '# Recall\n\nRecall reaches 61.5 %.\n',
  });
}

async function read(root: string) {
  const renames = new GitRenames(root);
  const host = new WikiHost(root, { parser, renames });
  for (const _ of host.load());
  const options = { rules: allRules, overrides: [], scope: 'wiki' as const };
  return { host, run: new CheckRun(host, renames, () => true, options, SILENT) };
}

/** What is found without any help. */
async function found(root: string) {
  const { run } = await read(root);
  await run.all();
  return run.results();
}

const wikiAt = (root: string) => ({ root, schemaFile: undefined, only: [] });
const findingsOf = ({ wiki }: WikiHost) =>
  [...wiki.pages.values()]
    .filter(page => page.typeName === 'finding' && restsOnTables(wiki, page))
    .map(({ path }) => path);

test('what a thread finds out of numbers is what would be found here', async context => {
  const root = manyFindings(context);
  const { host, run } = await read(root);
  let ahead = 0;
  /** Nothing is checked here before the thread has done all. */
  class Done extends ClaimsAhead {
    override async *inTurn(paths: readonly string[]) {
      await this.ended;
      for (const path of paths) {
        const page = host.wiki.pages.get(path);
        const verdicts = page && verdictsOf(host.wiki, page);
        // Numbers that agree are not sent.
        if (verdicts && verdicts.claims.length < verdicts.numbers.found) ahead++;
        yield path;
      }
    }
  }
  await run.all(undefined, () => new Done(host, wikiAt(root), findingsOf(host)));
  assert.deepEqual(run.results(), await found(root));
  // All but those that are wrong, and those that rest on a count.
  const wrong = run.results().filter(({ numbers }) => numbers && numbers.contradicted > 0);
  assert.ok(wrong.length > 5);
  assert.equal(ahead, PAGES - wrong.length - PAGES / 12);
});

test('both sides check each page once, wherever they meet', async context => {
  const root = manyFindings(context);
  const { host, run } = await read(root);
  const paths = [...host.wiki.pages.keys()];
  const ahead = new ClaimsAhead(host, wikiAt(root), findingsOf(host));
  const turns: string[] = [];
  for await (const path of ahead.inTurn(paths)) turns.push(path);
  assert.deepEqual([...turns].sort(), [...paths].sort());
  await run.all(undefined, () => new ClaimsAhead(host, wikiAt(root), findingsOf(host)));
  assert.deepEqual(run.results(), await found(root));
});

test('what a thread leaves that ends too soon is found here', async context => {
  const root = manyFindings(context);
  const { host, run } = await read(root);
  // A root that is not there: the thread finds no page.
  await run.all(undefined, () => new ClaimsAhead(host, wikiAt(`${root}/gone`), findingsOf(host)));
  assert.deepEqual(run.results(), await found(root));
});

test('few pages with numbers are worth no thread', async context => {
  const root = manyFindings(context);
  const { host } = await read(root);
  assert.equal(ClaimsAhead.of(host, wikiAt(root), [...host.wiki.pages.keys()]), undefined);
});
