import type { FileRule } from '../rule.ts';

export const unreadableFile: FileRule = {
  id: 'files/unreadable',
  subject: 'file',
  trouble: 'unreadable',
  severity: 'warning',
  summary: 'A page or table must be readable.',
  why: `Whatever is in the file is not checked, and links into it can't be followed.`,
  examples: { bad: '', good: '' },
};
