import { NAMED } from '../candidates.ts';
import { isUnknown, sentenceBefore } from '../clause.ts';
import type { Quantity } from '../quantity.ts';
import type { ScopedTable } from '../scoped.ts';
import type { SentenceView } from '../view.ts';
import { wordsOf } from '../words.ts';
import { GENERIC, withoutAsides } from './said-plainly.ts';

const FIRST =
  /^(?:(?:While|But|And|However|Meanwhile|Similarly|Likewise|Also|Then|Moreover|Additionally)[,\s]\s?)?(With|Without|Using|Under|Before|On|In|At|For|During|Within|Among|From)\s([^,;:.()\d]{3,60}?)(?:,\s|\s(?=(?:the|its|their|a|an)\s)|$)/iu;

/** Where something new begins. */
const CLAUSE = /[:;]\s(?:and\s|but\s)?|,\s(?:and|but|while|whereas)\s/giu;

/** `Among the compressed ones A is the worst`. */
const MOST_OF =
  /(?<!\p{L})(?:best|worst|most|least|highest|lowest|largest|smallest|fastest|slowest|strongest|weakest)(?!\p{L})/iu;

/** Adjectives that say nothing of what is different. */
const WEAK =
  /^(?:automatic|quantitative|qualitative|empirical|experimental|additional|original|official|actual|usual|final|initial|individual|general|overall|several|various|previous|further|other|former|latter|later|earlier|proposed|detailed|combined|related|mentioned|selected|reported|published|considered|used|main|comprehensive|extensive|respective|successive|public|typical|practical|theoretical|statistical|numerical|critical|crucial|special|real|total|specific|basic|classic|popular|challenging|standard|per|under|over|after|number|paper|order|chapter)$/;

/** `Without the margin term, A falls to 50.6`, `On a harder split, …`. */
export function beginsWithCondition(view: SentenceView, quantity: Quantity, scoped: ScopedTable): boolean {
  const before = sentenceBefore(view, quantity);
  const { words } = view.reading;
  const rows = view
    .naming(scoped.table)
    .mentions.filter(({ label, quality }) => label.axis === 'row' && quality >= NAMED)
    .map(({ words: at }) => words[at[0]!]!.start - view.sentence.start)
    .filter(at => at > 0);
  const stretch = before.slice(0, Math.min(before.length, ...rows)).trimEnd();
  const plain = withoutAsides(stretch);
  const starts = [...plain.matchAll(CLAUSE)].map(({ index, 0: mark }) => plain.slice(index + mark.length));
  return [plain, ...starts].some(text => {
    const match = FIRST.exec(text.endsWith(',') ? `${text} ` : text);
    const said = match?.[2];
    if (said === undefined || /^terms of/.test(said)) return false;
    if (/^among$/i.test(match![1]!) && MOST_OF.test(view.text)) return false;
    const words = wordsOf(said);
    const telling = words.filter(({ norm }) => !GENERIC.test(norm));
    if (telling.length === words.length) return isUnknown(view, said, scoped);
    // `In the delayed test`, not `in the following test`.
    return telling.some(
      ({ norm, numeric }) =>
        !numeric &&
        /(?:ed|ive|ous|al|ic|er|ful)$/.test(norm) &&
        !WEAK.test(norm) &&
        isUnknown(view, norm, scoped),
    );
  });
}
