import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { checkPage } from './check-page.ts';

/*
 * Each file of `sentences/` has tables and sentences about them. A sentence stands on a page of its own, which lists all tables
 * of the file; the number in braces is the one that the line below speaks of:
 *
 *   supported: words of the explanation · unverified: words of the explanation
 *   contradicted, arithmetic or bound-value, the value that is suggested if any: words of the message or explanation
 *   nothing: the number claims nothing · absent: it is not even read as a number
 *
 * No other number of the sentence may be called wrong.
 */

interface Entry {
  readonly sentence: string;
  readonly verdict: string;
  readonly expected: string | undefined;
  readonly words: string;
}

interface SentenceFile {
  readonly title: string;
  readonly tables: ReadonlyMap<string, string>;
  readonly entries: readonly Entry[];
}

const folder = new URL('./sentences/', import.meta.url);

function readFile(name: string): SentenceFile {
  const [head = '', ...parts] = readFileSync(new URL(name, folder), 'utf8').split(/^=== /m);
  const tables = new Map<string, string>();
  let entries: Entry[] = [];
  for (const part of parts) {
    const end = part.indexOf('\n');
    const path = part.slice(0, end);
    if (path === 'sentences') entries = readEntries(part.slice(end + 1));
    else tables.set(path, part.slice(end + 1));
  }
  return { title: head.replace(/^# /, '').trim(), tables, entries };
}

function readEntries(text: string): Entry[] {
  return [...text.matchAll(/^- (.+)\n {4}([a-z-]+)(?: ([^:\n]+))?(?:: (.+))?$/gm)].map(
    ([, sentence = '', verdict = '', expected, words = '']) => ({ sentence, verdict, expected, words }),
  );
}

let count = 0;
let withManyTables = 0;
const files = readdirSync(folder).filter(name => name.endsWith('.txt'));

for (const name of files) {
  const file = readFile(name);
  const names = [...file.tables.keys()];
  for (const entry of file.entries) {
    count++;
    if (names.length >= 3) withManyTables++;
    test(`sentences: ${name}: ${entry.sentence}`, () => checkEntry(file, entry));
  }
}

function checkEntry(file: SentenceFile, { sentence, verdict, expected, words }: Entry): void {
  const front = `---\ntables: [${[...file.tables.keys()].map(path => `../${path}`).join(', ')}]\n---\n`;
  const before = `${front}# ${file.title}\n\n## Results\n\n`;
  const open = sentence.indexOf('{');
  const close = sentence.indexOf('}');
  assert.ok(open >= 0 && close > open, 'one number stands in braces');
  const text = `${before}${sentence.replace(/[{}]/g, '')}\n`;
  const start = before.length + open;
  const marked = { start, end: start + close - open - 1 };
  const { claims, diagnostics } = checkPage('pages/page.md', text, file.tables);
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
  if (verdict === 'nothing' || verdict === 'absent') {
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
  assert.equal(claim?.verdict ?? 'contradicted', 'contradicted');
  assert.deepEqual(diagnostic.expected ?? [], expected === undefined ? [] : [expected]);
  const told = `${diagnostic.message} ${claim?.explanation ?? ''}`;
  assert.ok(told.includes(words), `"${told}" has "${words}"`);
  assert.deepEqual(diagnostic.span, marked, 'the range is the digits');
}

test('sentences: there are enough of them', () => {
  assert.ok(count >= 200, `${count} sentences`);
  assert.ok(withManyTables >= 40, `${withManyTables} sentences on pages with three tables or more`);
});
