import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Row } from '../../../client/src/views/row.ts';
import { type Node, RowTree, type Tree } from '../../../client/src/views/row-tree.ts';

type Shape = { readonly [label: string]: Shape | string };

/** A tree of rows by their labels, which stand for their ids; a text is a leaf's description. */
function treeOf(first: Shape) {
  let shape = first;
  let asked = 0;
  const told: (readonly string[] | 'all')[] = [];
  const listeners: Record<string, (event: never) => void> = {};
  const listen = (name: string) => (listener: (event: never) => void) => {
    listeners[name] = listener;
    return { dispose() {} };
  };
  const view = {
    visible: true,
    onDidChangeVisibility: listen('visible'),
    onDidCollapseElement: listen('collapse'),
    onDidExpandElement: listen('expand'),
  };
  const changed = {
    fire: (nodes: Node[] | undefined) => told.push(nodes ? nodes.map(({ row }) => row.label) : 'all'),
  };
  const rowsBelow = async (row?: Row<unknown>): Promise<readonly Row[]> => {
    asked++;
    const below = row ? (row.data as Shape | string) : shape;
    if (typeof below === 'string') return [];
    return Object.entries(below).map(([label, data]) =>
      typeof data === 'string'
        ? { id: label, label, description: data, data }
        : { id: label, label, fold: 'open', data: structuredClone(data) },
    );
  };
  const log = { debug: (message: string) => assert.fail(message) };
  const tree = new RowTree<unknown>(
    { view, changed } as unknown as Tree<unknown>,
    { rowsBelow },
    { log: log as never, subscriptions: [] },
  );
  /** Asks for rows as VS Code does for all that is unfolded. */
  const draw = async (node?: Node): Promise<void> => {
    for (const child of await tree.getChildren(node)) if (child.row.fold) await draw(child);
  };
  return {
    tree,
    view,
    told,
    draw,
    asked: () => asked,
    become: (next: Shape) => {
      shape = next;
    },
    emit: (name: string, event: object) => listeners[name]!(event as never),
  };
}

suite('a tree of rows', () => {
  test('nothing is drawn anew where nothing has changed', async () => {
    const { tree, told, draw } = treeOf({ a: { b: '1' }, c: '2' });
    await draw();
    await tree.refresh();
    assert.deepEqual(told, []);
  });

  test('a row that says something else is drawn anew, and no other', async () => {
    const { tree, told, draw, become } = treeOf({ a: 'x', c: '2' });
    await draw();
    become({ a: 'x', c: '3' });
    await tree.refresh();
    assert.deepEqual(told, [['c']]);
  });

  test('the first rows are drawn anew where one comes or goes', async () => {
    const { tree, told, draw, become } = treeOf({ a: 'x' });
    await draw();
    become({ a: 'x', b: 'y' });
    await tree.refresh();
    assert.deepEqual(told, ['all']);
  });

  test('nothing is asked while the view is hidden; it is made good when it is seen', async () => {
    const { tree, view, told, draw, become, asked, emit } = treeOf({ a: 'x' });
    await draw();
    view.visible = false;
    const before = asked();
    become({ a: 'y' });
    await tree.refresh();
    assert.equal(asked(), before);
    view.visible = true;
    emit('visible', { visible: true });
    await tree.refresh();
    assert.deepEqual(told, [['a']]);
  });

  test('a change while one is looked for is looked for again', async () => {
    const { tree, told, draw, become } = treeOf({ a: 'x' });
    await draw();
    become({ a: 'y' });
    const first = tree.refresh();
    become({ a: 'z' });
    void tree.refresh();
    await first;
    await new Promise(setImmediate);
    assert.ok(told.length >= 1);
    const [node] = await tree.getChildren();
    assert.equal(node!.row.description, 'z');
  });

  test('an answer that fails leaves what is shown', async () => {
    let fails = false;
    const told: unknown[] = [];
    const none = () => ({ dispose() {} });
    const tree = new RowTree<unknown>(
      {
        view: {
          visible: true,
          onDidChangeVisibility: none,
          onDidCollapseElement: none,
          onDidExpandElement: none,
        },
        changed: { fire: (nodes: unknown) => told.push(nodes) },
      } as unknown as Tree<unknown>,
      {
        rowsBelow: async () => {
          if (fails) throw new Error('gone');
          return [{ id: 'a', label: 'a', data: undefined }];
        },
      },
      { log: { debug() {} } as never, subscriptions: [] },
    );
    assert.equal((await tree.getChildren()).length, 1);
    fails = true;
    await tree.refresh();
    assert.deepEqual(told, []);
  });
});
