import { extension, isMarkdownPath, stem } from '../../wiki/path.ts';
import { writtenDestinations } from '../../wiki/targets.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { createPageFix } from '../create-page.ts';
import { renamedPath, retargetFixes } from '../retarget.ts';
import { retargetMovedFixes } from '../retarget-moved.ts';
import type { PageRule } from '../rule.ts';

/** A link or an image whose file is not there. */
export const brokenPage: PageRule = {
  id: 'links/broken-page',
  subject: 'page',
  severity: 'error',
  reads: 'targets',
  untyped: true,
  summary: 'A link must lead to a page or file that exists.',
  why: `A reader who follows the link finds nothing, and a claim whose source is gone can't be checked. The fixes are, in
this order: where Git has the file now (a safe fix), a page of that name in another folder, pages with nearly that name or
with the link's text as their title, creating the page from the template of its type.

A draft may link to pages that are planned; what is said of it is demoted by the preset (\`by-status\`).`,
  examples: {
    bad: `
=== findings/2024-probe.md
See [the concept](../concepts/recal.md) for more.
                  ^^^^^^^^^^^^^^^^^^^^ no page at "concepts/recal.md"
=== concepts/recall.md
# Recall
`,
    good: `
=== findings/2024-probe.md
See [the concept](../concepts/recall.md) for more.
=== concepts/recall.md
# Recall
`,
  },
  *check(page, wiki) {
    for (const { target, pathSpan, destination } of writtenDestinations(wiki, page)) {
      if (target.kind !== 'missing' || target.otherCase !== undefined || destination.kind !== 'path')
        continue;
      const what = isMarkdownPath(target.path) || extension(target.path) === '' ? 'page' : 'file';
      yield {
        span: pathSpan,
        message: `no ${what} at "${target.path}"${whatBecame(wiki, target.path)}`,
        data: { path: target.path },
      };
    }
  },
  *fix(problem, page, wiki) {
    const path = problem.data?.path as string;
    const moved = [...retargetMovedFixes(wiki, page, problem, path)];
    yield* moved;
    for (const fix of retargetFixes(wiki, page, problem.span, path))
      yield { ...fix, preferred: fix.preferred && moved.length === 0 };
    const create = createPageFix(wiki, page, path, problem.span);
    if (create) yield create;
  },
};

/** Says what became of the file: renamed, as Git tells, or in another folder, the most frequent mistake. */
function whatBecame(wiki: Wiki, path: string): string {
  const renamed = renamedPath(wiki, path);
  if (renamed !== undefined) return `; Git has it at "${renamed}" now`;
  const name = stem(path).toLowerCase();
  const others = wiki.pagesNamed(name).filter(other => other !== path && stem(other).toLowerCase() === name);
  return others.length === 1 ? `; there is "${others[0]}"` : '';
}
