import type { Word } from './words.ts';

/** Two codes of ISO 639-1 that stand together: `En-De`, `DE→EN`, `fr/en`. One code alone is too often another word. */
const PAIR = /(?<![\p{L}\p{N}])([a-z]{2})\s?(?:[-–→>/↔]|->|⇒)\s?([a-z]{2})(?![\p{L}\p{N}])/giu;
const MAY = /[a-z]{2}\s?[-–→>/↔⇒]\s?[a-z]{2}/i;

const nameOf = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
const known = new Map<string, string | undefined>();

/** `german` for `de`; undefined for what is no code, and for a language whose name is of several words. */
function languageOf(code: string): string | undefined {
  if (!known.has(code)) {
    const name = nameOf.of(code)?.toLowerCase();
    known.set(code, name !== undefined && /^[a-z]+$/.test(name) ? name : undefined);
  }
  return known.get(code);
}

/** The words with the codes of languages read out, so that `En-De` and `English-German` are one name. */
export function withLanguages(text: string, words: readonly Word[]): readonly Word[] {
  if (!MAY.test(text)) return words;
  const names = new Map<number, string>();
  for (const { index, 0: pair, 1: from, 2: to } of text.matchAll(PAIR)) {
    const [first, second] = [languageOf(from!.toLowerCase()), languageOf(to!.toLowerCase())];
    if (first === undefined || second === undefined || first === second) continue;
    names.set(index, first);
    names.set(index + pair.length - to!.length, second);
  }
  if (names.size === 0) return words;
  return words.map(word => {
    const norm = names.get(word.start);
    return norm === undefined ? word : { ...word, norm, capitals: false };
  });
}
