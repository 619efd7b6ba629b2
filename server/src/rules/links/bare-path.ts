import { encloses } from '../../text/span.ts';
import { pageOfPath } from '../../wiki/resolve.ts';
import { linkTo } from '../link-to.ts';
import type { PageRule } from '../rule.ts';
import { mathIn } from './math.ts';

/** The path of a page in running text, which no reader can click. */
export const barePath: PageRule = {
  id: 'links/bare-path',
  subject: 'page',
  severity: 'info',
  reads: 'targets',
  summary: 'The path of a page in running text should be a link.',
  why: `Such a path counts as a link where the schema asks for one, and is renamed with its page; but a reader of the rendered
page can't follow it. Only paths of pages that exist are reported, and none in headings, links, code or formulas. A wiki
that means its paths so switches the rule off.`,
  examples: {
    bad: `
=== findings/2024-probe.md
It bears on concepts/recall, too.
            ^^^^^^^^^^^^^^^ "concepts/recall" names the page "Recall" and is no link
=== concepts/recall.md
# Recall
`,
    good: `
=== findings/2024-probe.md
It bears on [recall](../concepts/recall.md) and/or \`concepts/recall\`; concepts/memory is planned.
=== concepts/recall.md
# Recall
`,
  },
  *check(page, wiki) {
    const { pagePaths, links, headings } = page.facts;
    for (const { span, path } of pagePaths) {
      const target = pageOfPath(wiki, page.path, path);
      if (!target || target === page) continue;
      if ([...links, ...headings].some(other => encloses(other.span, span))) continue;
      if (mathIn(wiki, page).some(formula => encloses(formula, span))) continue;
      yield {
        span,
        message: `"${path}" names the page "${target.title}" and is no link`,
        data: { path: target.path },
      };
    }
  },
  *fix(problem, page, wiki) {
    const target = wiki.pages.get(problem.data?.path as string);
    if (!target) return;
    yield {
      title: `Make it a link to "${target.title}"`,
      preferred: true,
      safe: false,
      edits: [{ path: page.path, span: problem.span, newText: linkTo(page.path, target) }],
    };
  },
};
