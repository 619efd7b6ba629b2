import * as vscode from 'vscode';
import {
  NUMBER_GROUPS,
  NUMBER_PAGES,
  type NumberGroupsResult,
  type NumberPagesResult,
  PAGE_NUMBERS,
  type PageNumbersResult,
} from '../../../server/src/lsp/protocol.ts';
import type { Answers } from './answers.ts';
import {
  type ClaimsData,
  type ClaimsRow,
  checkedText,
  numberPageRows,
  numberRows,
  pageGroupRows,
  wikiGroupRows,
} from './claims-rows.ts';
import type { PageInHand } from './page-in-hand.ts';
import type { Row } from './row.ts';
import { type RowSource, RowTree, type Tree, type TreeParts } from './row-tree.ts';

const SCOPE = 'researchWiki.claimsScope';
export type ClaimsScope = 'page' | 'wiki';

/** Numbers by what became of them: those of the page in hand, or of all wikis. */
export class ClaimsView implements RowSource<ClaimsData> {
  readonly tree: RowTree<ClaimsData>;
  private readonly view: Tree<ClaimsData>['view'];
  private readonly answers: Answers;
  private readonly page: PageInHand;
  private readonly memory: vscode.Memento;
  private scope: ClaimsScope;

  constructor(
    tree: Tree<ClaimsData>,
    answers: Answers,
    page: PageInHand,
    memory: vscode.Memento,
    parts: TreeParts,
  ) {
    this.view = tree.view;
    this.answers = answers;
    this.page = page;
    this.memory = memory;
    this.scope = memory.get<ClaimsScope>(SCOPE, 'page');
    this.tree = new RowTree(tree, this, parts);
    parts.subscriptions.push(page.onDidChange(() => this.scope === 'page' && this.tree.refresh()));
    this.show(this.scope);
  }

  async rowsBelow(row?: Row<ClaimsData>): Promise<readonly ClaimsRow[]> {
    if (!row) return this.scope === 'page' ? this.groupsOfPage() : this.groupsOfWikis();
    if (row.data.kind === 'number') return [];
    const { group, uri, part } = row.data;
    const { t } = vscode.l10n;
    if (uri === undefined) {
      const params = { group, ...(part === undefined ? {} : { part }) };
      const answer = await this.answers.ask<NumberPagesResult>(NUMBER_PAGES, params);
      return numberPageRows(group, answer, t);
    }
    const answer = await this.answers.ask<PageNumbersResult | null>(PAGE_NUMBERS, { uri });
    return numberRows(uri, group, answer?.numbers ?? [], this.scope, t);
  }

  /** Remembered for the workspace. */
  show(scope: ClaimsScope): void {
    this.scope = scope;
    void this.memory.update(SCOPE, scope);
    void vscode.commands.executeCommand('setContext', SCOPE, scope);
    void this.tree.refresh();
  }

  private async groupsOfPage(): Promise<readonly ClaimsRow[]> {
    const { t } = vscode.l10n;
    const { uri } = this.page;
    const answer =
      uri === undefined ? undefined : await this.answers.ask<PageNumbersResult | null>(PAGE_NUMBERS, { uri });
    const numbers = answer?.numbers ?? [];
    this.tell(
      t('this page'),
      !answer
        ? t('Open a page of the wiki to see its numbers.')
        : numbers.length === 0
          ? t('This page says nothing in numbers.')
          : undefined,
    );
    return uri === undefined ? [] : pageGroupRows(uri, numbers, t);
  }

  private async groupsOfWikis(): Promise<readonly ClaimsRow[]> {
    const { t } = vscode.l10n;
    const answer = await this.answers.ask<NumberGroupsResult>(NUMBER_GROUPS);
    const isEmpty = answer.groups.length === 0;
    this.tell(
      t('all pages'),
      checkedText(answer, t) ?? (isEmpty ? t('No page says anything in numbers.') : undefined),
    );
    return wikiGroupRows(answer, t);
  }

  private tell(description: string, message: string | undefined): void {
    this.view.description = description;
    this.tree.tell(message);
  }
}
