import { leadsItem } from '../../wiki/item-links.ts';
import { relationOf, sectionOf } from '../../wiki/relations.ts';
import { targetsOf } from '../../wiki/targets.ts';
import type { PageRule } from '../rule.ts';
import { listOf } from '../words.ts';

/** A list of concepts in which an item stands for something else. */
export const wrongType: PageRule = {
  id: 'links/wrong-type',
  subject: 'page',
  severity: 'warning',
  reads: 'targets',
  summary: 'The items of a section must link to the kind of page that the schema asks for there.',
  why: `A reader of a section \`Concepts\` expects concepts, and so do backlinks and lists made from it. Only the link that
an item begins with counts; further links of the item, and links in running text, may lead anywhere.`,
  examples: {
    bad: `
=== research-wiki.yaml
version: 1
=== findings/2024-probe.md
---
type: finding
---
## Concepts

- [Odd probes](../threads/odd-probes.md)
               ^^^^^^^^^^^^^^^^^^^^^^^^ "Odd probes" is a thread; "Concepts" links to concepts
=== threads/odd-probes.md
---
type: thread
---
# Odd probes
`,
    good: `
=== research-wiki.yaml
version: 1
=== findings/2024-probe.md
---
type: finding
---
## Concepts

- [Recall](../concepts/recall.md), see also [a thread](../threads/odd-probes.md)
=== concepts/recall.md
---
type: concept
---
# Recall
=== threads/odd-probes.md
---
type: thread
---
# Odd probes
`,
  },
  *check(page, wiki) {
    if (!page.type) return;
    const targets = targetsOf(wiki, page);
    for (const found of targets) {
      const { link, target } = found;
      if (target.kind !== 'page' || target.page.typeName === undefined || link.item === undefined) continue;
      const relation = relationOf(page, link);
      if (!relation || relation.to.includes(target.page.typeName) || !leadsItem(found, targets)) continue;
      const section = sectionOf(page, link.section)!.title;
      yield {
        span: link.destinationSpan,
        message: `"${target.page.title}" is a ${target.page.typeName}; "${section}" links to ${listOf(
          relation.to.map(type => `${type}s`),
          'or',
        )}`,
      };
    }
  },
};
