import { sourceIdsOf } from '../../wiki/source-ids.ts';
import { pageStart } from '../page-start.ts';
import type { PageRule } from '../rule.ts';
import { KIND_NAMES, sourcesById } from './ids.ts';

/** Two pages for one paper. */
export const duplicateSource: PageRule = {
  id: 'sources/duplicate',
  subject: 'page',
  severity: 'warning',
  reads: 'wiki',
  summary: 'A paper, post or book should have one source page.',
  why: `With two, some pages cite one and some the other, and what is known of the source is in both by halves. Sources are the
same by DOI, arXiv id (whatever the version) or URL, in any spelling; an arXiv address, its PDF and its DOI are one.
Reported on all but the first by path.`,
  examples: {
    bad: `
=== sources/a-2024-probes.md
---
url: https://arxiv.org/abs/2401.01234
---
=== sources/b-2024-probes.md
---
url: https://arxiv.org/pdf/2401.01234v2.pdf
     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "sources/a-2024-probes.md" has the same arXiv id
---
`,
    good: `
=== sources/a-2024-probes.md
---
url: https://arxiv.org/abs/2401.01234
---
=== sources/b-2024-memory.md
---
url: https://arxiv.org/abs/2401.04321
---
`,
  },
  *check(page, wiki) {
    for (const { id, kind, span } of sourceIdsOf(page)) {
      const first = wiki.pages.get(sourcesById(wiki).get(id)?.[0] ?? '');
      if (!first || first.path >= page.path) continue;
      const there = sourceIdsOf(first).find(other => other.id === id)?.span ?? pageStart(first);
      yield {
        span,
        message: `"${first.path}" has the same ${KIND_NAMES[kind]}`,
        related: [{ path: first.path, span: there, message: `the ${KIND_NAMES[kind]} of "${first.title}"` }],
      };
      return;
    }
  },
};
