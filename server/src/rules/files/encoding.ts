import type { FileRule } from '../rule.ts';

export const encodingFile: FileRule = {
  id: 'files/encoding',
  subject: 'file',
  trouble: 'encoding',
  severity: 'warning',
  summary: 'A page must be UTF-8.',
  why: `Bytes that are no UTF-8 are shown as �, on GitHub too. The page is checked all the same, but never edited, so that nothing is lost. Save it as UTF-8.`,
  examples: { bad: '', good: '' },
};
