import type { FileRule } from '../rule.ts';

export const notTextFile: FileRule = {
  id: 'files/not-text',
  subject: 'file',
  trouble: 'not-text',
  severity: 'warning',
  summary: 'A page must be text.',
  why: `A file that holds NUL bytes is no Markdown: an image renamed by mistake, or UTF-16, which neither Git nor GitHub shows as text. Save it as UTF-8.`,
  examples: { bad: '', good: '' },
};
