import type { FileRule } from '../rule.ts';

export const mergeConflictFile: FileRule = {
  id: 'files/merge-conflict',
  subject: 'file',
  trouble: 'merge-conflict',
  severity: 'warning',
  summary: 'A page must not hold the markers of a merge conflict.',
  why: `Between the markers stand two versions of the page, so that nothing said of it would be true. It is checked when the conflict is resolved.`,
  examples: {
    bad: `
=== a.md
# Recall

<<<<<<< HEAD
The first version.
=======
The second version.
>>>>>>> other
`,
    good: `
=== a.md
# Recall

The version that was kept.
`,
  },
};
