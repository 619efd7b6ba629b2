/** The word that stands for what a text says is the authors' own: `ours`, `our method`, `the proposed network`, `we achieve`. */
export const OWN = '@own';

const METHOD =
  /^(?:(?:full|final|best|proposed|new|simple|joint|entire|complete)\s)*(?:models?|methods?|approach(?:es)?|systems?|frameworks?|networks?|architectures?|algorithms?|techniques?|results?|solution|pipeline|strategy|scheme|variants?|metrics?|parser|tagger|classifier|encoder|decoder|detector|re-?ranker|ranker|retriever|generator|extractor|segmenter|summari[sz]er|predictor|tracker|planner|agents?|policy|ensemble)(?!\p{L})/iu;
const NAME = /^\p{Lu}[\p{L}\p{N}]*(?:[-+]?\p{L}*)?/u;
const BASELINE =
  /^(?:[\p{L}\p{N}-]+\s){0,3}(?:baselines?|implementation|re-?implementation|reproduction|runs?)(?!\p{L})/iu;
/** `our agent obtains`. */
const DOES =
  /^(?:\p{Ll}[\p{L}-]*\s){1,2}(?:achiev|obtain|reach|attain|outperform|surpass|scores?(?!\p{L})|gets?(?!\p{L})|yields?(?!\p{L}))/u;
const ACHIEVES =
  /^(?:(?:also|still|even|only)\s)?(?:achiev|obtain|reach|outperform|surpass|improv|increas|rais|boost|reduc|exceed|gain|cut|sav(?:e|ed|es)|beat|lower)\p{L}*(?!\p{L})/iu;
const MAY = /\b(?:ours?|proposed|we)\b/i;

/** A look whether a text may speak of what is the authors' own. */
export const maySayOwn = (text: string): boolean => MAY.test(text);

/** True where the word at `[start, end)` of a text stands for the authors' own method. */
export function isOwn(text: string, start: number, end: number): boolean {
  const word = text.slice(start, end).toLowerCase();
  if (word === 'ours') return true;
  if (word !== 'our' && word !== 'proposed' && word !== 'we') return false;
  if (text[end] !== ' ') return word === 'proposed' && end === text.length;
  const after = text.slice(end + 1, end + 60);
  if (word === 'we') return ACHIEVES.test(after);
  if (BASELINE.test(after)) return false;
  return METHOD.test(after) || (word === 'our' && (NAME.test(after) || DOES.test(after)));
}
