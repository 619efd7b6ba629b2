import type { PageRule } from '../rule.ts';
import { type OutlineSection, outlineOf } from './outline.ts';

/** Two sections of one name side by side. */
export const duplicateSection: PageRule = {
  id: 'structure/duplicate-section',
  subject: 'page',
  severity: 'warning',
  reads: 'page',
  summary: 'A section should be there once.',
  why: `Of two sections with the same name a reader finds the first, and so do links. Mostly the second is left over from
a merge or a paste. Parts of sections may have any names, numbered ones differ (\`Study 1\`, \`Study 2\`), and a heading
that the schema does not know may come again and again, such as \`Question\`.`,
  examples: {
    bad: `
=== findings/2024-probe.md
---
type: finding
---
## Sources

The paper.

## Sources
   ^^^^^^^ section "Sources" is there already

The same paper.
`,
    good: `
=== findings/2024-probe.md
---
type: finding
---
## Study 1

### Results

Good.

## Study 2

### Results

Better.
`,
  },
  *check(page) {
    if (!page.type || page.facts.partial) return;
    const groups = new Map<string, OutlineSection[]>();
    for (const found of outlineOf(page)) {
      const { parent, heading } = found.section;
      const { text, depth } = heading;
      const key = `${parent} ${depth} ${text.toLowerCase()}`;
      const group = groups.get(key);
      if (group) group.push(found);
      else if (text !== '') groups.set(key, [found]);
    }
    for (const [first, ...others] of groups.values()) {
      // A heading of the author's own that comes again and again is the form of the page.
      if (first!.spec === undefined && others.length > 1) continue;
      const related = [{ path: page.path, span: first!.section.heading.textSpan, message: 'the first one' }];
      for (const { section } of others) {
        const { text, textSpan } = section.heading;
        yield { span: textSpan, message: `section "${text}" is there already`, related };
      }
    }
  },
};
