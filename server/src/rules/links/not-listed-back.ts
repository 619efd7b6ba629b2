import type { Page } from '../../wiki/page.ts';
import { lists, owesNothing, relationLinks, relationsOf, sectionTitled } from '../../wiki/relation-links.ts';
import type { Relation } from '../../wiki/schema/schema.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { listBackFix } from '../list-back.ts';
import { pageStart } from '../page-start.ts';
import type { PageRule, Problem } from '../rule.ts';

/** A concept that does not list the finding which claims to instantiate it. */
export const notListedBack: PageRule = {
  id: 'links/not-listed-back',
  subject: 'page',
  severity: 'hint',
  reads: 'targets',
  summary: 'A page that is linked by a relation should list the page that links to it.',
  why: `A concept is read for the findings that show it; one that it does not list is missed. Reported at the link in the
page that asks to be listed. Half of the one-way links in real wikis are meant so: a list item with one of the words
under \`unless:\` (such as *adjacent* or *candidate*) owes nothing back.`,
  examples: {
    bad: `
=== research-wiki.yaml
version: 1
extends: null
pages:
  finding:
    files: "findings/*.md"
    sections: [{ title: Concepts, links: { to: concept, listed-back-in: Instantiating findings } }]
  concept: { files: "concepts/*.md" }
=== findings/2024-probe.md
# Probe

## Concepts

- [Recall](../concepts/recall.md)
           ^^^^^^^^^^^^^^^^^^^^^ "Recall" does not list this page in "Instantiating findings"
=== concepts/recall.md
# Recall

## Instantiating findings
`,
    good: `
=== research-wiki.yaml
version: 1
extends: null
pages:
  finding:
    files: "findings/*.md"
    sections: [{ title: Concepts, links: { to: concept, listed-back-in: Instantiating findings, unless: [adjacent] } }]
  concept: { files: "concepts/*.md" }
=== findings/2024-probe.md
# Probe

## Concepts

- [Recall](../concepts/recall.md)
- [Memory](../concepts/memory.md), adjacent
=== concepts/recall.md
# Recall

## Instantiating findings

- [Probe](../findings/2024-probe.md)
=== concepts/memory.md
# Memory
`,
  },
  *check(page, wiki) {
    if (!page.type || page.facts.partial) return;
    const reported = new Set<string>();
    for (const { relation, title } of relationsOf(page.type)) {
      if (relation.listedBackIn === undefined) continue;
      for (const problem of owed(wiki, page, relation, title)) {
        // A page that is named twice in a section owes one listing.
        const key = `${problem.data!.path}\n${relation.listedBackIn}`;
        if (!reported.has(key)) yield problem;
        reported.add(key);
      }
    }
  },
  *fix(problem, page, wiki) {
    const fix = listBackFix(wiki, page, problem.data as { path: string; section: string });
    if (fix) yield fix;
  },
};

function* owed(wiki: Wiki, page: Page, relation: Relation, title: string | undefined): Iterable<Problem> {
  const section = relation.listedBackIn!;
  for (const { place, target } of relationLinks(wiki, page, relation, title)) {
    if (!target || target.facts.partial || owesNothing(relation, place) || lists(wiki, target, section, page))
      continue;
    const there = sectionTitled(target, section);
    yield {
      span: 'destinationSpan' in place ? place.destinationSpan : place.span,
      message: `"${target.title}" does not list this page in "${section}"`,
      related: [
        {
          path: target.path,
          span: there?.heading.textSpan ?? pageStart(target),
          message: there
            ? `"${section}" of "${target.title}"`
            : `"${target.title}" has no section "${section}"`,
        },
      ],
      data: { path: target.path, section },
    };
  }
}
