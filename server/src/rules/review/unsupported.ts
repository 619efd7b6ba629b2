import { type VerdictAt, verdictsOf } from '../../claims/verdicts-of.ts';
import { encloses } from '../../text/span.ts';
import type { Page } from '../../wiki/page.ts';
import { isTablePath } from '../../wiki/path.ts';
import { pageOfPath } from '../../wiki/resolve.ts';
import { SOURCE_TYPE } from '../../wiki/source-ids.ts';
import { targetsOf } from '../../wiki/targets.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import type { PageRule } from '../rule.ts';

/** Fields that say where all of a page comes from. */
const PAGE_WIDE: readonly string[] = ['source', 'sources', 'url', 'doi', 'arxiv', 'tables'];

/** A number that nothing near it says the origin of. */
export const unsupported: PageRule = {
  id: 'review/unsupported',
  subject: 'page',
  severity: 'info',
  reads: 'targets',
  summary: 'A number should be told where it comes from.',
  why: `A reader can't check a number that cites nothing, and nobody will know later whether it was ever right. A number is
supported by a source, a page of findings, a table or a web address that its section links to; by a section of the page that
lists sources; and, for all of the page, by \`source:\` or \`tables:\` in the front matter. Cite the page that the number is from,
bind it to a table, or take it out. Only numbers with decimals, a percent
sign or the like are looked at: whether a sentence without one needs a source, no program can tell. Reported once a section.`,
  examples: {
    bad: `
=== concepts/recall.md
# Recall

Recall falls by 35 % after training, and by 12 % more after that.
                ^^ nothing here says where this number is from

## Elsewhere

In [one study](../findings/2024-probe.md) it rises by 4.2 points.
=== findings/2024-probe.md
# Probe
`,
    good: `
=== concepts/recall.md
# Recall

Recall falls by 35 % after training.

## Sources

- [Doe 2024](../sources/doe-2024.md)
=== findings/2024-probe.md
---
source: https://example.org/probe
---
Recall falls by 35 %.
=== sources/doe-2024.md
# Doe 2024
`,
  },
  *check(page, wiki) {
    if (page.typeName === SOURCE_TYPE || page.facts.partial || isSupported(page)) return;
    const claims = verdictsOf(wiki, page)?.claims.filter(isBare) ?? [];
    const supports = claims.length > 0 ? supportingSections(wiki, page) : undefined;
    const content = supports && !supports.has(ALL) ? wiki.sources.contentOf(page) : undefined;
    if (!supports || !content) return;
    const { text, prose } = content;
    const reported = new Set<number>();
    for (const claim of claims) {
      if (!isMeasured(claim, text)) continue;
      const block = prose.blocks.find(({ span }) => encloses(span, claim.span));
      if (!block || block.kind === 'heading' || block.kind === 'block-quote') continue;
      if (reported.has(block.section) || isUnder(page, block.section, supports)) continue;
      reported.add(block.section);
      yield { span: claim.span, message: 'nothing here says where this number is from' };
    }
  },
};

/** Bound numbers and those that a table explains say where they are from. */
const isBare = ({ bound, verdict, text }: VerdictAt): boolean =>
  !bound && verdict === 'unverified' && /\d/.test(text);

const MEASURE = /^\s?(?:%|×|x\b|percent|per cent|percentage|points?\b|pp\b)/;

/** A result, by its decimals or its unit; a bare whole number may count anything, pages of the wiki too. */
const isMeasured = ({ span, text }: VerdictAt, page: string): boolean =>
  text.includes('.') || MEASURE.test(page.slice(span.end, span.end + 12));

const isSupported = (page: Page): boolean =>
  PAGE_WIDE.some(key => {
    const value = page.facts.frontMatter?.data[key];
    return Array.isArray(value) ? value.length > 0 : typeof value === 'string' && value.trim() !== '';
  });

/** In place of a section's index: the whole page is supported. */
const ALL = -2;

const SOURCES_TITLE = /^(?:sources?|references?|citations?|bibliography|further reading)$/i;

/** Indexes of the sections that link to something which can be the origin of a number; -1 is what stands before the first. */
function supportingSections(wiki: Wiki, page: Page): ReadonlySet<number> {
  const found = new Set<number>();
  const { sections } = page.facts;
  const add = (section: number): void => {
    found.add(SOURCES_TITLE.test(sections[section]?.heading.text ?? '') ? ALL : section);
  };
  for (const { link, target, destination } of targetsOf(wiki, page)) {
    const isOrigin =
      destination.kind === 'url' ||
      (destination.kind === 'path' && isTablePath(destination.path)) ||
      (target.kind === 'page' && target.page.path !== page.path && isOriginType(target.page.typeName));
    if (isOrigin) add(link.section);
  }
  for (const { path, section } of page.facts.pagePaths) {
    const target = pageOfPath(wiki, page.path, path);
    if (target && isOriginType(target.typeName)) add(section);
  }
  return found;
}

/** Concepts and lenses speak of findings; the numbers come from these. */
const isOriginType = (type: string | undefined): boolean =>
  type !== undefined && !['concept', 'lens', 'researcher'].includes(type);

/** Whether the section, or one that it is part of, names an origin. */
function isUnder(page: Page, section: number, supports: ReadonlySet<number>): boolean {
  for (let index = section; index >= 0; index = page.facts.sections[index]!.parent) {
    if (supports.has(index)) return true;
  }
  return supports.has(-1);
}
