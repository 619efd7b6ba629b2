import * as vscode from 'vscode';
import {
  WIKI_GROUPS,
  WIKI_PAGES,
  type WikiGrouping,
  type WikiGroupsResult,
  type WikiPagesResult,
} from '../../../server/src/lsp/protocol.ts';
import type { Answers } from './answers.ts';
import { askFilter } from './filter-box.ts';
import type { Row } from './row.ts';
import { type RowSource, RowTree, type Tree, type TreeParts } from './row-tree.ts';
import { groupRows, pageRows, type WikiData, type WikiRow, type WikiShown, wikiRows } from './wiki-rows.ts';

const BY = 'researchWiki.groupBy';

/** All pages, by type, status or folder. */
export class WikiView implements RowSource<WikiData>, WikiShown {
  readonly tree: RowTree<WikiData>;
  private readonly view: Tree<WikiData>['view'];
  private readonly answers: Answers;
  private readonly memory: vscode.Memento;
  by: WikiGrouping;
  filter = '';

  constructor(tree: Tree<WikiData>, answers: Answers, memory: vscode.Memento, parts: TreeParts) {
    this.view = tree.view;
    this.answers = answers;
    this.memory = memory;
    this.by = memory.get<WikiGrouping>(BY, 'type');
    this.tree = new RowTree(tree, this, parts);
    this.show();
  }

  async rowsBelow(row?: Row<WikiData>): Promise<readonly WikiRow[]> {
    const { by, filter } = this;
    const { t } = vscode.l10n;
    if (row?.data.kind === 'group') {
      const { rootUri, group, part } = row.data;
      const params = { by, filter, rootUri, group, ...(part === undefined ? {} : { part }) };
      const answer = await this.answers.ask<WikiPagesResult>(WIKI_PAGES, params);
      return pageRows(answer, row.data, this, t);
    }
    const { wikis } = await this.answers.ask<WikiGroupsResult>(WIKI_GROUPS, { by, filter });
    const root = row?.data.kind === 'wiki' ? row.data.rootUri : undefined;
    if (root !== undefined)
      return wikis.filter(({ rootUri }) => rootUri === root).flatMap(wiki => groupRows(wiki, this, t));
    void vscode.commands.executeCommand('setContext', 'researchWiki.noWiki', wikis.length === 0);
    const isEmpty = wikis.length > 0 && wikis.every(({ groups }) => groups.length === 0);
    this.tree.tell(
      isEmpty ? (filter === '' ? t('No pages yet.') : t('No page fits the filter.')) : undefined,
    );
    return wikiRows(wikis, this, t);
  }

  groupBy(by: WikiGrouping): void {
    this.by = by;
    void this.memory.update(BY, by);
    this.show();
  }

  /** Shows what fits while the author types; a box that is left without Enter changes nothing. */
  async askFilter(): Promise<void> {
    await askFilter(this.filter, filter => this.setFilter(filter));
  }

  setFilter(filter: string): void {
    if (filter === this.filter) return;
    this.filter = filter;
    this.show();
  }

  private show(): void {
    void vscode.commands.executeCommand('setContext', BY, this.by);
    void vscode.commands.executeCommand('setContext', 'researchWiki.filtered', this.filter !== '');
    this.view.description = this.filter === '' ? '' : vscode.l10n.t('filter: {0}', this.filter);
    void this.tree.refresh();
  }
}
