import type { FileRule } from '../rule.ts';

export const tooBigFile: FileRule = {
  id: 'files/too-big',
  subject: 'file',
  trouble: 'too-big',
  severity: 'warning',
  summary: 'A page should be small enough to be read.',
  why: `Of a page above ten million characters only links and front matter are checked; a file above 200 MB is not read at all. Split it.`,
  examples: { bad: '', good: '' },
};
