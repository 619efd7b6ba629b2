import type { Section } from '../../markdown/facts.ts';
import type { PageRule } from '../rule.ts';
import { titleIndex } from './outline.ts';

/** Two sections of one name side by side. */
export const duplicateSection: PageRule = {
  id: 'structure/duplicate-section',
  subject: 'page',
  severity: 'warning',
  reads: 'page',
  summary: 'A section should be there once.',
  why: `Of two sections with the same name a reader finds the first, and so do links. Mostly the second is left over from
a merge or a paste. Sections of one name inside of different sections are fine, and so are numbered ones
(\`Study 1\`, \`Study 2\`).`,
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
    const { sections } = page.facts;
    const names = new Set(sections.map(({ heading }) => nameOf(heading.text)));
    if (names.size === sections.length) return;
    const title = titleIndex(page);
    const first = new Map<string, Section>();
    for (const [index, section] of sections.entries()) {
      const { text, textSpan, depth } = section.heading;
      if (index === title || text === '') continue;
      const key = `${section.parent} ${depth} ${nameOf(text)}`;
      const earlier = first.get(key);
      if (earlier) {
        yield {
          span: textSpan,
          message: `section "${text}" is there already`,
          related: [{ path: page.path, span: earlier.heading.textSpan, message: 'the first one' }],
        };
      } else first.set(key, section);
    }
  },
};

const nameOf = (title: string): string => title.toLowerCase();
