import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { SeenMoves } from '../../../server/src/wiki/moves/seen-moves.ts';
import { factsOf } from '../../support/wiki-of.ts';

const text = (name: string) =>
  factsOf(`# ${name}\n\nA page about ${name} that has enough text to be known again.\n`);

/** A page with several things in it; `more` are edits on its way. */
const rich = (name: string, more = '') =>
  factsOf(
    `---\ntype: concept\nstatus: draft\nabout: ${name}\n---\n\n# ${name}\n\n## Method ${name}\n\n## Notes on ${name}\n\n[One ${name}](a.md) [Two ${name}](b.md)\n${more}`,
  );

suite('moves that are seen', () => {
  test('a page by its text, whichever news comes first', () => {
    for (const order of ['together', 'gone first', 'came first']) {
      const moves = new SeenMoves();
      if (order === 'came first') moves.appeared('b/new.md', text('recall'));
      else moves.vanished('a/old.md', text('recall'));
      if (order !== 'together') assert.deepEqual(moves.settle(), [], order);
      if (order === 'came first') moves.vanished('a/old.md', text('recall'));
      else moves.appeared('b/new.md', text('recall'));
      assert.deepEqual(moves.settle(), [{ from: 'a/old.md', to: 'b/new.md' }], order);
      assert.equal(moves.to('a/old.md'), 'b/new.md');
      assert.equal(moves.from('b/new.md'), 'a/old.md');
      assert.deepEqual(moves.takeNews(), [{ from: 'a/old.md', to: 'b/new.md' }]);
      assert.deepEqual(moves.takeNews(), []);
    }
  });

  test('a page that was edited on its way, by what it holds', () => {
    const moves = new SeenMoves();
    moves.vanished('old.md', rich('recall'));
    moves.vanished('other.md', rich('memory'));
    moves.appeared('new.md', rich('recall', '\nA line more, [with a link](c.md).\n'));
    assert.deepEqual(moves.settle(), [{ from: 'old.md', to: 'new.md' }]);
  });

  test('a folder of pages, and files by their name', () => {
    const moves = new SeenMoves();
    for (const name of ['one', 'two', 'three']) {
      moves.vanished(`a/${name}.md`, text(name));
      moves.appeared(`b/${name}.md`, text(name));
    }
    moves.vanished('a/table.csv', undefined);
    moves.appeared('b/table.csv', undefined);
    assert.deepEqual(
      moves
        .settle()
        .map(({ from, to }) => `${from} ${to}`)
        .sort(),
      ['a/one.md b/one.md', 'a/table.csv b/table.csv', 'a/three.md b/three.md', 'a/two.md b/two.md'],
    );
  });

  test('a page that moves on', () => {
    const moves = new SeenMoves();
    const go = (from: string, to: string) => {
      moves.vanished(from, text('recall'));
      moves.appeared(to, text('recall'));
      moves.settle();
    };
    go('a.md', 'b.md');
    go('b.md', 'c.md');
    assert.equal(moves.to('a.md'), 'c.md');
    go('c.md', 'a.md');
    assert.equal(moves.to('a.md'), undefined);
    assert.equal(moves.to('b.md'), 'a.md');
  });

  test('none where two pages have that text, one is too short, none is alike, or an older copy is all there is', () => {
    const two = new SeenMoves();
    two.vanished('a.md', text('recall'));
    two.appeared('b.md', text('recall'));
    two.appeared('c.md', text('recall'));
    assert.deepEqual(two.settle(), []);
    const short = new SeenMoves();
    short.vanished('a.md', factsOf('# A\n'));
    short.appeared('b.md', factsOf('# A\n'));
    assert.deepEqual(short.settle(), []);
    const other = new SeenMoves();
    other.vanished('a.md', rich('recall'));
    other.appeared('b.md', rich('memory'));
    assert.deepEqual(other.settle(), []);
    const copy = new SeenMoves();
    copy.appeared('copy.md', text('recall'));
    copy.settle();
    copy.appeared('unrelated.md', text('memory'));
    copy.settle();
    copy.vanished('a.md', text('recall'));
    assert.deepEqual(copy.settle(), []);
  });

  test('of two that went, the last one', () => {
    const moves = new SeenMoves();
    moves.vanished('long-gone.md', text('recall'));
    moves.settle();
    moves.vanished('a.md', text('recall'));
    moves.appeared('b.md', text('recall'));
    assert.deepEqual(moves.settle(), [{ from: 'a.md', to: 'b.md' }]);
  });

  test('one that comes back was not moved', () => {
    const moves = new SeenMoves();
    moves.vanished('a.md', text('recall'));
    moves.appeared('b.md', text('recall'));
    moves.settle();
    moves.appeared('a.md', text('recall'));
    moves.settle();
    assert.equal(moves.to('a.md'), undefined);
    assert.equal(moves.from('b.md'), undefined);
  });

  test('an expected one is known but no news', () => {
    const moves = new SeenMoves();
    moves.expect({ from: 'a.md', to: 'b.md' });
    moves.vanished('a.md', text('recall'));
    moves.appeared('b.md', text('recall edited'));
    moves.settle();
    assert.equal(moves.to('a.md'), 'b.md');
    assert.deepEqual(moves.takeNews(), []);
  });
});
