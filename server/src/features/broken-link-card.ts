import { brokenAnchor } from '../rules/links/broken-anchor.ts';
import { brokenPage } from '../rules/links/broken-page.ts';
import { undefinedReference } from '../rules/links/undefined-reference.ts';
import { wrongCase } from '../rules/links/wrong-case.ts';
import type { Fix, PageRule } from '../rules/rule.ts';
import { contains, encloses, type Span } from '../text/span.ts';
import { readDestination } from '../wiki/destination.ts';
import type { Page } from '../wiki/page.ts';
import { resolve } from '../wiki/resolve.ts';
import type { Wiki } from '../wiki/wiki.ts';
import type { Asker } from './asker.ts';
import { escapeMarkdown } from './page-card.ts';

const RULES: readonly PageRule[] = [brokenPage, wrongCase, brokenAnchor, undefinedReference];

/**
 * Why the link at an offset leads nowhere, and what it may have meant. VS Code shows the reason, which is the
 * diagnostic's message, in the same hover.
 */
export function brokenLinkCard(
  wiki: Wiki,
  page: Page,
  offset: number,
  asker: Asker,
): { readonly span: Span; readonly markdown: string } | undefined {
  const { links, definitions, undefinedReferences } = page.facts;
  const link = links.find(({ span }) => contains(span, offset));
  if (!link && ![...definitions, ...undefinedReferences].some(({ span }) => contains(span, offset)))
    return undefined;
  for (const rule of RULES) {
    for (const problem of rule.check(page, wiki, {})) {
      const here = contains(problem.span, offset) || (link && encloses(link.span, problem.span));
      if (!here) continue;
      const candidates = [...(rule.fix?.(problem, page, wiki) ?? [])].flatMap(fix =>
        candidateOf(wiki, page, fix),
      );
      const parts = [
        ...(asker === 'plain-editor' ? [escapeMarkdown(problem.message)] : []),
        ...(candidates.length > 0 ? [`It may mean:\n${candidates.map(text => `- ${text}`).join('\n')}`] : []),
      ];
      return parts.length > 0 ? { span: problem.span, markdown: parts.join('\n\n') } : undefined;
    }
  }
  return undefined;
}

/** What a fix would lead to: the page with its title and path, or the text that it puts in. A new page is no candidate. */
function candidateOf(wiki: Wiki, page: Page, { edits }: Fix): string[] {
  const [edit] = edits;
  if (!edit || 'create' in edit || edit.newText === '') return [];
  const target = resolve(wiki, readDestination(page.path, edit.newText));
  return target.kind === 'page'
    ? [`**${escapeMarkdown(target.page.title)}** ${escapeMarkdown(target.page.path)}`]
    : [escapeMarkdown(edit.newText)];
}
