import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { checkPage } from './check-page.ts';

/*
 * Each file of `sentences/` has tables and sentences about them. A sentence stands on a page of its own: the last one drawn
 * before it (`=== page`, with `HERE` for the sentence), else one that lists all tables of the file. `\\n` breaks a line. The number
 * in braces is the one that the line below speaks of:
 *
 *   supported: words of the explanation · unverified: words of the explanation
 *   contradicted, arithmetic, bound-value or broken-binding, the value that is suggested if any: words of the message or explanation
 *   nothing: the number claims nothing, or is not even read as one
 *   silent: it must not be called wrong, checked or not
 *
 * No other number of the page may be called wrong.
 */

interface Entry {
  readonly page: string;
  readonly sentence: string;
  readonly verdict: string;
  readonly expected: string | undefined;
  readonly words: string;
}

interface SentenceFile {
  /** Tables, and source pages that hold some, by wiki path. */
  readonly files: ReadonlyMap<string, string>;
  readonly entries: readonly Entry[];
}

const folder = new URL('./sentences/', import.meta.url);

function readFile(name: string): SentenceFile {
  const [head = '', ...parts] = readFileSync(new URL(name, folder), 'utf8').split(/^=== /m);
  const files = new Map<string, string>();
  const entries: Entry[] = [];
  let page: string | undefined;
  for (const part of parts) {
    const end = part.indexOf('\n');
    const title = part.slice(0, end);
    const text = part.slice(end + 1);
    if (title === 'sentences') entries.push(...readEntries(text, page ?? plainPage(head.trim(), files)));
    else if (title === 'page') page = text;
    else files.set(title, text);
  }
  return { files, entries };
}

const plainPage = (title: string, files: ReadonlyMap<string, string>): string =>
  `---\ntables: [${[...files.keys()].map(path => `../${path}`).join(', ')}]\n---\n${title}\n\n## Results\n\nHERE\n`;

function readEntries(text: string, page: string): Entry[] {
  return [...text.matchAll(/^- (.+)\n {4}([a-z-]+)(?: ([^:\n]+))?(?:: (.+))?$/gm)].map(
    ([, sentence = '', verdict = '', expected, words = '']) => ({
      page,
      sentence: sentence.replaceAll('\\n', '\n'),
      verdict,
      expected,
      words,
    }),
  );
}

let count = 0;
let silent = 0;
let withManyTables = 0;

for (const name of readdirSync(folder)) {
  const file = readFile(name);
  for (const entry of file.entries) {
    count++;
    if (/^(?:supported|unverified|nothing|silent)$/.test(entry.verdict)) silent++;
    if (file.files.size >= 3) withManyTables++;
    test(`sentences: ${name}: ${entry.sentence.replaceAll('\n', ' ')}`, () => checkEntry(file, entry));
  }
}

function checkEntry({ files }: SentenceFile, { page, sentence, verdict, expected, words }: Entry): void {
  const open = sentence.indexOf('{');
  const close = sentence.indexOf('}');
  assert.ok(open >= 0 && close > open, 'one number stands in braces');
  const start = page.indexOf('HERE') + open;
  const text = page.replace('HERE', () => sentence.replace(/[{}]/g, ''));
  const marked = { start, end: start + close - open - 1 };
  const { claims, diagnostics } = checkPage('pages/page.md', text, files);
  const at = (span: { start: number; end: number }): boolean =>
    span.start < marked.end && marked.start < span.end;

  const others = diagnostics.filter(({ span }) => !at(span));
  assert.deepEqual(
    others.map(({ message }) => message),
    [],
    'nothing else is called wrong',
  );
  const claim = claims.find(({ span }) => at(span));
  const diagnostic = diagnostics.find(({ span }) => at(span));
  if (verdict === 'silent') {
    assert.equal(diagnostic, undefined, diagnostic?.message);
    return;
  }
  if (verdict === 'nothing') {
    assert.equal(claim, undefined, claim?.explanation);
    assert.equal(diagnostic, undefined);
    return;
  }
  if (verdict === 'supported' || verdict === 'unverified') {
    assert.equal(diagnostic, undefined, diagnostic?.message);
    assert.equal(claim?.verdict, verdict, claim?.explanation);
    assert.ok(claim.explanation.includes(words), `"${claim.explanation}" has "${words}"`);
    return;
  }
  assert.equal(diagnostic?.rule, `claims/${verdict}`, claim?.explanation);
  if (claim) assert.equal(claim.verdict, verdict === 'broken-binding' ? 'unverified' : 'contradicted');
  assert.deepEqual(diagnostic.expected ?? [], expected === undefined ? [] : [expected]);
  const told = `${diagnostic.message} ${claim?.explanation ?? ''}`;
  assert.ok(told.includes(words), `"${told}" has "${words}"`);
  assert.deepEqual(diagnostic.span, marked, 'the range is the digits');
}

test('sentences: there are enough of them', () => {
  assert.ok(count >= 200, `${count} sentences`);
  assert.ok(silent >= count / 2, `${silent} of ${count} must be silent`);
  assert.ok(withManyTables >= 40, `${withManyTables} sentences on pages with three tables or more`);
});
