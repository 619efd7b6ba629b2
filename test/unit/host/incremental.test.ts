import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import fc from 'fast-check';
import { checkPath, type FileCheck, pathsToCheck } from '../../../server/src/host/check-wiki.ts';
import { loadMarkdownParser } from '../../../server/src/host/markdown-parser.ts';
import { type HostChange, WikiHost } from '../../../server/src/host/wiki-host.ts';
import { allRules } from '../../../server/src/rules/all.ts';
import { bySource, checkPage, type PageCheck } from '../../../server/src/rules/check-page.ts';
import { NO_OVERRIDES } from '../../../server/src/rules/severity.ts';
import { tempWiki, writeIn } from '../../support/temp-wiki.ts';

const parser = await loadMarkdownParser();
const options = { rules: allRules, overrides: NO_OVERRIDES, scope: 'wiki' } as const;

const SCHEMA = `version: 1
extends: null
pages:
  finding: { files: "f/*.md", fields: { properties: { lens: { page: lens, missing: report } } }, sections: [Summary, { title: Concepts, links: { to: concept, at-least: 1, listed-back-in: Findings } }] }
  concept: { files: "c/*.md" }
  lens: { files: "l/*.md" }
  source: { files: "s/*.md" }
`;

/** Few names, so that pages come and go under each other's links. */
const paths = [
  'f/a.md',
  'f/b.md',
  'c/a.md',
  'c/B.md',
  'l/a.md',
  'c/index.md',
  's/a.md',
  's/b.md',
  'd/t.csv',
  'd/u.csv',
];
const destinations = [
  '../c/a.md',
  '../c/b.md',
  '../c/B.md#findings',
  '../f/a.md',
  '../f/b.md#summary',
  '../c',
  '../c/a',
  '../d/t.csv',
  'x.md',
  '#concepts',
  '../l/a.md',
  '../s/a.md',
  'https://example.org/1',
];

const link = fc.constantFrom(...destinations).map(destination => `- [it](${destination})`);
const page = fc
  .record({
    type: fc.constantFrom('', 'type: finding\n', 'type: concept\n'),
    title: fc.constantFrom('', 'title: A\n', 'title: B\n', 'title: The large model\n'),
    url: fc.constantFrom('', 'url: https://example.org/1\n', 'source: https://example.org/2\n'),
    lens: fc.constantFrom('', 'lens: a\n', 'lens: gone\n'),
    tables: fc.constantFrom('', 'tables: [../d/t.csv]\n', 'tables: [../d/u.csv]\n'),
    heading: fc.constantFrom('# A', '# B', ''),
    summary: fc.constantFrom(
      '## Summary\n\nThe large model reaches a recall of 71.4.',
      '## Summary\n\nBound: [71.4](../d/t.csv#large/recall).',
      '## Summary\n\nFindings: [1](wiki:finding).',
      '## Summary\n\nThe recall of the large tuned model on held-out pages is 71.4.',
      '## Summary\n\nAs [A](../f/a.md) has it, recall of the large tuned model on held-out pages is 74.4.',
      '',
    ),
    section: fc.constantFrom('## Concepts', '## Findings', '## Other'),
    links: fc.array(link, { maxLength: 3 }),
  })
  .map(
    ({ type, title, url, lens, tables, heading, summary, section, links }) =>
      `---\n${type}${title}${url}${lens}${tables}---\n\n${heading}\n\n${summary}\n\n${section}\n\n${links.join('\n')}\n`,
  );
const table = fc.constantFrom(
  'model,recall\nsmall,52.0\nlarge,74.1\n',
  'model,recall\nsmall,52.0\nlarge,71.4\n',
  'model,other\nsmall,1\n',
  '"broken\n',
);

type Edit = { path: string; text: string | undefined; how: 'disk' | 'editor' };
const edit: fc.Arbitrary<Edit> = fc.constantFrom(...paths).chain(path =>
  fc.record({
    path: fc.constant(path),
    text: fc.option(path.endsWith('.csv') ? table : page, { nil: undefined, freq: 4 }),
    how: fc.constantFrom('disk' as const, 'editor' as const),
  }),
);

function load(root: string): WikiHost {
  const host = new WikiHost(root, { parser });
  for (const _ of host.load());
  return host;
}

const visible = ({ diagnostics, numbers, suppressed }: FileCheck) => ({
  diagnostics: diagnostics.map(({ rule, severity, message, span, related, expected }) => ({
    rule,
    severity,
    message,
    span,
    related,
    expected,
  })),
  numbers,
  suppressed,
});

const checkAll = (host: WikiHost) =>
  new Map(pathsToCheck(host).map(path => [path, visible(checkPath(host, path, options))]));

/** What the rules found in each file, those that read the whole wiki apart, as the language server keeps it. */
class Known {
  private readonly near = new Map<string, FileCheck>();
  private readonly whole = new Map<string, PageCheck>();
  private surface = -1;
  private readonly host: WikiHost;

  constructor(host: WikiHost) {
    this.host = host;
    this.again({ pages: new Set(), files: new Set(), all: true });
  }

  /** Checks again only what a change says is concerned. */
  again(change: HostChange): void {
    const { host } = this;
    const there = pathsToCheck(host);
    for (const path of this.near.keys()) if (!there.includes(path)) this.near.delete(path);
    for (const path of this.whole.keys()) if (!host.wiki.pages.has(path)) this.whole.delete(path);
    const isNear = (path: string) => change.all || change.pages.has(path) || change.files.has(path);
    for (const path of there.filter(isNear)) {
      this.near.set(path, checkPath(host, path, { ...options, scope: 'neighbours' }));
    }
    const isEverybody = this.surface !== host.wiki.surfaceVersion;
    this.surface = host.wiki.surfaceVersion;
    for (const page of host.wiki.pages.values()) {
      if (isEverybody || isNear(page.path))
        this.whole.set(page.path, checkPage(host.wiki, page, { ...options, scope: 'only-wiki' }));
    }
  }

  all() {
    return new Map(
      pathsToCheck(this.host).map(path => {
        const near = this.near.get(path)!;
        const whole = this.whole.get(path);
        const diagnostics = [...near.diagnostics, ...(whole?.diagnostics ?? [])].sort(bySource);
        return [
          path,
          visible({ ...near, diagnostics, suppressed: near.suppressed + (whole?.suppressed ?? 0) }),
        ];
      }),
    );
  }
}

function apply(root: string, host: WikiHost, { path, text, how }: Edit): HostChange {
  if (text !== undefined && how === 'editor' && host.wiki.files.hasFile(path))
    return host.setOpen(path, text);
  if (text === undefined) rmSync(join(root, path), { force: true });
  else writeIn(root, path, text);
  return host.filesChanged([path]);
}

suite('edits one by one give what reading everything at once gives', () => {
  const holds = (context: TestContext, edits: readonly Edit[]) => {
    const root = tempWiki(context, { 'research-wiki.yaml': SCHEMA, 'f/a.md': '# A\n' });
    const host = load(root);
    const known = new Known(host);
    const open = new Map<string, string>();
    for (const each of edits) {
      const opens = each.text !== undefined && each.how === 'editor' && host.wiki.files.hasFile(each.path);
      known.again(apply(root, host, each));
      if (opens) open.set(each.path, each.text!);
    }
    const fresh = load(root);
    // Open documents count before the disk, also where their file is gone.
    for (const [path, text] of open) fresh.setOpen(path, text);
    assert.deepEqual(known.all(), checkAll(fresh));
  };

  test('pages and tables, in the editor and on the disk', context => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), edits => holds(context, edits)),
      { numRuns: 150, seed: 20260101 },
    );
  });
});
