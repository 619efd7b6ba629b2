import { linkersOf } from '../../wiki/linkers.ts';
import { SOURCE_TYPE } from '../../wiki/source-ids.ts';
import { pageStart } from '../page-start.ts';
import type { PageRule } from '../rule.ts';

/** A source that no page makes use of. */
export const uncited: PageRule = {
  id: 'sources/uncited',
  subject: 'page',
  severity: 'info',
  reads: 'wiki',
  summary: 'A source should be cited by a page.',
  why: `A source that nobody cites is either waiting for its finding, or left over from one. Lists of sources (index pages) do
not count as citing.`,
  examples: {
    bad: `
=== findings/2024-probe.md
After [Doe](../sources/doe-2024.md).
=== sources/doe-2024.md
# Doe 2024
=== sources/roe-2023.md
# Roe 2023
  ^^^^^^^^ no page cites this source
=== sources/index.md
- [Roe](roe-2023.md)
`,
    good: `
=== findings/2024-probe.md
After [Doe](../sources/doe-2024.md).
=== sources/doe-2024.md
# Doe 2024
`,
  },
  *check(page, wiki) {
    if (page.typeName !== SOURCE_TYPE || page.facts.partial) return;
    for (const other of linkersOf(wiki, page)) if (other.typeName !== undefined) return;
    yield { span: pageStart(page), message: 'no page cites this source' };
  },
};
