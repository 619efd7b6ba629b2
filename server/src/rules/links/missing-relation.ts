import type { Page } from '../../wiki/page.ts';
import { relationLinks, sectionTitled } from '../../wiki/relation-links.ts';
import type { Relation, SectionSpec } from '../../wiki/schema/schema.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { pageStart } from '../page-start.ts';
import type { PageRule, Problem } from '../rule.ts';
import { count, listOf } from '../words.ts';

/** A page or a section without the links that the schema asks for. */
export const missingRelation: PageRule = {
  id: 'links/missing-relation',
  subject: 'page',
  severity: 'warning',
  reads: 'targets',
  summary: 'A section must link to as many pages of a kind as the schema asks.',
  why: `A finding that names no concept, or cites no source, can't be found from where readers look for it. A link to a
page that is not written yet counts. What a section must link to is \`links:\` of the section in the wiki's schema;
what the page must link to anywhere is \`links:\` of the page type. A section that is not there is another rule's matter
(\`structure/missing-section\`).`,
  examples: {
    bad: `
=== research-wiki.yaml
version: 1
extends: null
pages:
  finding:
    files: "findings/*.md"
    sections: [{ title: Concepts, links: { to: concept, at-least: 1 } }]
  concept: { files: "concepts/*.md" }
=== findings/2024-probe.md
# Probe

## Concepts
   ^^^^^^^^ "Concepts" needs a link to a concept; it has none

Nothing yet.
`,
    good: `
=== research-wiki.yaml
version: 1
extends: null
pages:
  finding:
    files: "findings/*.md"
    sections: [{ title: Concepts, links: { to: concept, at-least: 1 } }]
  concept: { files: "concepts/*.md" }
=== findings/2024-probe.md
# Probe

## Concepts

- [Recall](../concepts/recall.md), to be written
`,
  },
  *check(page, wiki) {
    if (!page.type || page.facts.partial) return;
    const specs = page.type.sections.flatMap(entry => ('oneOf' in entry ? entry.oneOf.flat() : [entry]));
    for (const spec of specs) {
      if (spec.links && spec.links.atLeast > 0) yield* checkSection(wiki, page, spec, spec.links);
    }
    for (const relation of page.type.links) {
      const found = countLinks(wiki, page, relation);
      if (found < relation.atLeast)
        yield { span: pageStart(page), message: message('the page', relation, found) };
    }
  },
};

function* checkSection(wiki: Wiki, page: Page, spec: SectionSpec, relation: Relation): Iterable<Problem> {
  for (const title of [spec.title, ...spec.aliases]) {
    const section = sectionTitled(page, title);
    // An empty section is reported as that, once.
    if (!section || section.empty) continue;
    const found = countLinks(wiki, page, relation, title);
    if (found >= relation.atLeast) continue;
    yield { span: section.heading.textSpan, message: message(`"${section.heading.text}"`, relation, found) };
  }
}

const countLinks = (wiki: Wiki, page: Page, relation: Relation, title?: string): number =>
  new Set(
    [...relationLinks(wiki, page, relation, title)].map(
      ({ target, place }) => target?.path ?? place.span.start,
    ),
  ).size;

function message(what: string, { to, atLeast }: Relation, found: number): string {
  const kinds = listOf(to, 'or');
  const wanted = atLeast === 1 ? `a link to a ${kinds}` : `links to ${count(atLeast, kinds)}`;
  return `${what} needs ${wanted}; it has ${found === 0 ? 'none' : found}`;
}
