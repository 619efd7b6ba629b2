import type { Label } from './label-index.ts';
import type { Mention } from './mentions.ts';
import type { ScopedTable } from './scoped.ts';
import type { SentenceView } from './view.ts';
import { canonical, wordsOf } from './words.ts';

const BRACKETS = /\([^()]*\)|\[[^[\]]*\]/gu;

/** What a label says outside of brackets: `GALAXY` of `GALAXY (He et al., 2022)`. Empty where it has none. */
const coreOf = ({ text }: Label): string =>
  /[([]/.test(text) ? text.replaceAll(BRACKETS, ' ').replace(/\s+/g, ' ').trim().toLowerCase() : '';

/** The mention has all that the row's label says outside of brackets, and no other row is called so. */
export function isCoreNamed(view: SentenceView, { labels }: ScopedTable, { label, words }: Mention): boolean {
  const core = coreOf(label);
  if (core === '' || labels.rowLabels.some(other => other !== label && isCalled(other, core))) return false;
  const said = new Set(words.map(word => canonical(view.reading.words[word]!.norm)));
  const own = wordsOf(core);
  return own.length > 0 && own.every(({ norm }) => said.has(canonical(norm)));
}

const isCalled = (label: Label, core: string): boolean =>
  label.text.toLowerCase() === core || coreOf(label) === core;
