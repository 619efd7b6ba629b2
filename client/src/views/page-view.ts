import * as vscode from 'vscode';
import {
  PAGE_BACKLINKS,
  PAGE_PARTS,
  PAGE_RELATIONS,
  type PageBacklinksResult,
  type PagePartsResult,
  type PageRelationsResult,
} from '../../../server/src/lsp/protocol.ts';
import type { Answers } from './answers.ts';
import type { PageInHand } from './page-in-hand.ts';
import {
  backlinkRows,
  type PageData,
  type PagePart,
  type PageRow,
  partRows,
  relatedRows,
  relationKey,
  relationRows,
  sectionRows,
  tableRows,
} from './page-rows.ts';
import type { Row } from './row.ts';
import { type RowSource, RowTree, type Tree, type TreeParts } from './row-tree.ts';

/** What the page in hand has and lacks. */
export class PageView implements RowSource<PageData> {
  readonly tree: RowTree<PageData>;
  private readonly view: Tree<PageData>['view'];
  private readonly answers: Answers;
  private readonly page: PageInHand;

  constructor(tree: Tree<PageData>, answers: Answers, page: PageInHand, parts: TreeParts) {
    this.view = tree.view;
    this.answers = answers;
    this.page = page;
    this.tree = new RowTree(tree, this, parts);
    parts.subscriptions.push(page.onDidChange(() => this.tree.refresh()));
  }

  async rowsBelow(row?: Row<PageData>): Promise<readonly PageRow[]> {
    const { t } = vscode.l10n;
    if (row?.data.kind === 'part') return this.rowsOfPart(row.data.uri, row.data.part);
    if (row?.data.kind === 'relation') {
      const { uri, relation } = row.data;
      const groups = await this.relations(uri);
      return groups
        .filter(group => relationKey(group) === relation)
        .flatMap(group => relatedRows(uri, group, t));
    }
    const { uri } = this.page;
    const page =
      uri === undefined ? undefined : await this.answers.ask<PagePartsResult | null>(PAGE_PARTS, { uri });
    this.view.description = page?.title ?? '';
    const message = page ? undefined : t('Open a page of the wiki to see what it has and lacks.');
    this.tree.tell(message);
    return uri !== undefined && page ? partRows(uri, page, t) : [];
  }

  private async rowsOfPart(uri: string, part: PagePart): Promise<readonly PageRow[]> {
    const { t } = vscode.l10n;
    switch (part) {
      case 'sections':
      case 'tables': {
        const page = await this.answers.ask<PagePartsResult | null>(PAGE_PARTS, { uri });
        if (!page) return [];
        return part === 'sections' ? sectionRows(uri, page.sections, t) : tableRows(uri, page.tables, t);
      }
      case 'relations':
        return relationRows(uri, await this.relations(uri), t);
      case 'backlinks': {
        const answer = await this.answers.ask<PageBacklinksResult>(PAGE_BACKLINKS, { uri });
        return backlinkRows(uri, answer, t);
      }
      case 'numbers':
        return [];
    }
  }

  private async relations(uri: string): Promise<PageRelationsResult['groups']> {
    return (await this.answers.ask<PageRelationsResult>(PAGE_RELATIONS, { uri })).groups;
  }
}
