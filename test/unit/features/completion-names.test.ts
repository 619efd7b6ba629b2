import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readPage } from '../../../server/src/markdown/read-page.ts';
import { satteriParser } from '../../../server/src/markdown/satteri-parser.ts';
import { readDestination } from '../../../server/src/wiki/destination.ts';
import { complete, finding } from './completion-wiki.ts';

suite('names that Markdown would misread', () => {
  /** What the reader of a link to a page with this title and file name sees. */
  const inserted = (title: string, file: string, line = 'See [', more = '') => {
    const source = `${finding(`${line}\n${' '.repeat(line.length)}↑\n${more}`)}`.replace(
      '=== concepts/memory.md\n# Memory',
      '=== concepts/FILE\n---\ntitle: TITLE\n---\n',
    );
    const drawn = source
      .replace('FILE', file.replaceAll(' ', '\u2002'))
      .replace('TITLE', JSON.stringify(title));
    return complete(drawn).taken(title.replace(/\s+/g, ' '));
  };

  for (const title of [
    'Odd [one] *here*',
    'A `code` and_under_score',
    'Fish &amp; <b>chips</b>',
    'Back\\slash ~~gone~~',
    'Ends with !',
    'Emoji 🧠 und Ünïcode',
  ]) {
    test(`the title ${title}`, () => {
      const text = inserted(title, 'odd.md');
      const page = readPage(satteriParser('native'), text);
      const link = page.links.find(({ destination }) => destination === '../concepts/odd.md');
      assert.equal(link?.text, title, text);
    });
  }

  test('a bar in a table', () => {
    const text = inserted('This | that', 'odd.md', '| [', '| --- |\n');
    assert.match(text, /^\| \[This \\\| that\]\(\.\.\/concepts\/odd\.md\)$/m);
  });

  for (const file of [
    'a(b).md',
    'c#d.md',
    '50%.md',
    'e\u0301.md',
    'é.md',
    '🧠.md',
    'dots...md',
    "it's&co.md",
    '<x>.md',
    '[y].md',
  ]) {
    test(`the file ${file}`, () => {
      const text = inserted('Odd', file);
      const page = readPage(satteriParser('native'), text);
      const to = readDestination('findings/probe.md', page.links.at(-1)!.destination);
      assert.equal(to.kind === 'path' && to.path, `concepts/${file}`, text);
    });
  }
});
