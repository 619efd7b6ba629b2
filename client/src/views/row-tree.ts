import type * as vscode from 'vscode';
import { isSameRow, type Row } from './row.ts';

/** A row as VS Code knows it: the same object as long as the row is there. */
export interface Node<Data = unknown> {
  row: Row<Data>;
}

/** Where the rows of a view come from. */
export interface RowSource<Data> {
  /** The rows below a row; the first ones for undefined. Asked for when a row is unfolded. */
  rowsBelow(row: Row<Data> | undefined): Promise<readonly Row<Data>[]>;
}

type Changed<Data> = vscode.EventEmitter<Node<Data> | Node<Data>[] | undefined>;

/** A view as it stands before its code is loaded. */
export interface Tree<Data> {
  readonly view: vscode.TreeView<Node<Data>>;
  /** Tells VS Code which nodes to draw anew; all for undefined. */
  readonly changed: Changed<Data>;
}

export interface TreeParts {
  readonly log: vscode.LogOutputChannel;
  readonly subscriptions: vscode.Disposable[];
}

/** More rows than these that change at once are drawn anew with all around them. */
const MOST_ALONE = 20;

/**
 * A tree of rows that is kept right without being drawn anew: when something may have changed, what is unfolded is asked for
 * again and compared, and only what differs is told to VS Code. Nothing is asked while the view is hidden.
 */
export class RowTree<Data> {
  private readonly changed: Changed<Data>;
  private readonly view: vscode.TreeView<Node<Data>>;
  private readonly source: RowSource<Data>;
  private readonly log: vscode.LogOutputChannel;
  private readonly nodes = new Map<string, Node<Data>>();
  /** What was last told below each unfolded node; the root is undefined. */
  private readonly below = new Map<Node<Data> | undefined, readonly Node<Data>[]>();
  private readonly folded = new Set<Node<Data>>();
  private refreshing: Promise<void> | undefined;
  private again = false;
  private stale = false;

  constructor({ view, changed }: Tree<Data>, source: RowSource<Data>, parts: TreeParts) {
    this.view = view;
    this.changed = changed;
    this.source = source;
    this.log = parts.log;
    parts.subscriptions.push(
      view.onDidChangeVisibility(({ visible }) => visible && this.stale && this.refresh()),
      view.onDidCollapseElement(({ element }) => this.folded.add(element)),
      view.onDidExpandElement(({ element }) => {
        // VS Code shows what it was told last, which may be old.
        if (this.folded.delete(element) && this.below.has(element)) void this.refresh();
      }),
    );
  }

  async getChildren(node?: Node<Data>): Promise<Node<Data>[]> {
    const rows = await this.rowsBelow(node);
    if (!rows) return [];
    const before = this.below.get(node) ?? [];
    const nodes = this.nodesFor(rows);
    this.below.set(node, nodes);
    for (const old of before) if (!nodes.includes(old)) this.forget(old);
    return [...nodes];
  }

  /** Says something above the rows; nothing for undefined. */
  tell(message = ''): void {
    if ((this.view.message ?? '') !== message) this.view.message = message;
  }

  /** Something may have changed. */
  refresh(): Promise<void> {
    if (!this.view.visible) {
      this.stale = true;
      return Promise.resolve();
    }
    this.stale = false;
    this.again = this.refreshing !== undefined;
    this.refreshing ??= this.compare().finally(() => {
      this.refreshing = undefined;
      if (this.again) void this.refresh();
    });
    return this.refreshing;
  }

  private async compare(): Promise<void> {
    if (!this.below.has(undefined)) {
      this.changed.fire(undefined);
      return;
    }
    const differing: Node<Data>[] = [];
    for (const [parent, before] of [...this.below]) {
      if (parent && (this.folded.has(parent) || !this.below.has(parent))) continue;
      const rows = await this.rowsBelow(parent);
      if (!rows) return;
      const isSameList =
        rows.length === before.length && rows.every(({ id }, index) => id === before[index]!.row.id);
      const others = isSameList ? before.filter(({ row }, index) => !isSameRow(row, rows[index]!)) : [];
      if (isSameList && others.length <= MOST_ALONE) {
        before.forEach((node, index) => {
          node.row = rows[index]!;
        });
        differing.push(...others);
      } else if (parent) differing.push(parent);
      else {
        // All is drawn anew. VS Code knows by their ids what was unfolded, and asks for that.
        for (const kept of [this.below, this.nodes, this.folded]) kept.clear();
        this.changed.fire(undefined);
        return;
      }
    }
    if (differing.length > 0) this.changed.fire(differing);
  }

  /** Undefined where the server has no answer: what is shown stays. */
  private async rowsBelow(node: Node<Data> | undefined): Promise<readonly Row<Data>[] | undefined> {
    try {
      return await this.source.rowsBelow(node?.row);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.log.debug(`a view has no answer: ${message}`);
      if (!node && !this.below.get(undefined)?.length) this.tell(message);
      return undefined;
    }
  }

  private forget(node: Node<Data>): void {
    const { id } = node.row;
    if (this.nodes.get(id) === node) this.nodes.delete(id);
    this.folded.delete(node);
    const below = this.below.get(node) ?? [];
    this.below.delete(node);
    for (const child of below) this.forget(child);
  }

  private nodesFor(rows: readonly Row<Data>[]): readonly Node<Data>[] {
    return rows.map(row => {
      const node = this.nodes.get(row.id) ?? { row };
      node.row = row;
      this.nodes.set(row.id, node);
      return node;
    });
  }
}
