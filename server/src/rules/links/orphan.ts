import { linkersOf } from '../../wiki/linkers.ts';
import type { Page } from '../../wiki/page.ts';
import { SOURCE_TYPE } from '../../wiki/source-ids.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { pageStart } from '../page-start.ts';
import type { PageRule } from '../rule.ts';
import { ofWholeWiki } from '../whole-wiki.ts';

/** A page that no other leads to. */
export const orphan: PageRule = {
  id: 'links/orphan',
  subject: 'page',
  severity: 'info',
  reads: 'wiki',
  summary: 'A page should be linked from another page.',
  why: `Readers come from page to page; what no page links to, by a link, a page path or a field, is found by search only.
Sources have a rule of their own (\`sources/uncited\`). A type of which no page is linked at all, as threads and essays
often are, is one that readers begin with, and nothing is said of it.`,
  examples: {
    bad: `
=== threads/memory.md
# Memory

Built on [recall](../concepts/recall.md).
=== concepts/recall.md
# Recall
=== concepts/forgetting.md
# Forgetting
  ^^^^^^^^^^ no page links to this one
`,
    good: `
=== threads/memory.md
# Memory

Built on [recall](../concepts/recall.md), and on concepts/forgetting.
=== concepts/recall.md
# Recall
=== concepts/forgetting.md
# Forgetting
`,
  },
  *check(page, wiki) {
    if (page.typeName === undefined || page.typeName === SOURCE_TYPE || page.facts.partial) return;
    if (isLinked(wiki, page) || !linkedTypes(wiki).has(page.typeName)) return;
    yield { span: pageStart(page), message: 'no page links to this one' };
  },
};

const isLinked = (wiki: Wiki, page: Page): boolean => {
  for (const _ of linkersOf(wiki, page)) return true;
  return false;
};

/** The types of which at least one page is linked. */
const linkedTypes = ofWholeWiki(wiki => {
  const types = new Set<string>();
  for (const page of wiki.pages.values()) {
    if (page.typeName !== undefined && !types.has(page.typeName) && isLinked(wiki, page))
      types.add(page.typeName);
  }
  return types;
});
