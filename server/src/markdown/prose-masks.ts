import type { Mask } from './prose.ts';

/** A quotation that goes on longer than this was never closed. */
const LONGEST_QUOTATION = 600;

const PAIRS: readonly (readonly [open: string, close: string])[] = [
  ['“', '”'],
  ['„', '“'],
  ['«', '»'],
  ['‹', '›'],
  ['‘', '’'],
];
const OPENING = /["“„«‹‘]/g;

/** Quotations in `“…”`, `"…"`, `«…»`, `„…“` and `‘…’`, the marks included. Other people's words, wrong numbers and all. */
export function quotationsIn(text: string): Mask[] {
  const masks: Mask[] = [];
  let from = 0;
  for (const { index: at } of text.matchAll(OPENING)) {
    if (at < from) continue;
    const end = quotationEnd(text, at);
    if (end < 0) continue;
    masks.push({ start: at, end, kind: 'quotation' });
    from = end;
  }
  return masks;
}

/** The end of the quotation that opens at `at`, or -1. */
function quotationEnd(text: string, at: number): number {
  const char = text[at]!;
  if (char === '"') return opensStraight(text, at) ? straightEnd(text, at) : -1;
  for (const [open, close] of PAIRS) {
    if (char !== open) continue;
    if (open === '‘' && /[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return -1;
    for (
      let end = text.indexOf(close, at + 1);
      end > 0 && end - at < LONGEST_QUOTATION;
      end = text.indexOf(close, end + 1)
    ) {
      // An apostrophe is no closing mark: ‘it’s’.
      if (close === '’' && /\p{L}/u.test(text[end + 1] ?? '')) continue;
      return end + 1;
    }
  }
  return -1;
}

/** `5"` is inches; a mark opens only after a space or a bracket and before a word. */
const opensStraight = (text: string, at: number): boolean =>
  (at === 0 || /[\s([{—–/*-]/.test(text[at - 1]!)) && /\S/.test(text[at + 1] ?? '');

function straightEnd(text: string, open: number): number {
  for (
    let end = text.indexOf('"', open + 1);
    end > 0 && end - open < LONGEST_QUOTATION;
    end = text.indexOf('"', end + 1)
  ) {
    if (/\S/.test(text[end - 1]!) && !/\p{L}/u.test(text[end + 1] ?? '')) return end + 1;
  }
  return -1;
}

const MATH =
  /(?<![\\$\p{L}\p{N}])\$(?![\s$\d])[^$\n]{1,200}?(?<![\s\\])\$(?![\d$])|\$\$[^$]{1,1000}?\$\$|\\\([^]{1,200}?\\\)/gu;
const URL = /(?:https?:\/\/|www\.|doi:|arXiv:)\S+/gi;

/** Formulas and addresses that stand in the text as such. */
export function patternsIn(text: string): Mask[] {
  const masks: Mask[] = [];
  if (text.includes('$') || text.includes('\\(')) {
    for (const match of text.matchAll(MATH)) {
      masks.push({ start: match.index, end: match.index + match[0].length, kind: 'math' });
    }
  }
  if (/[:.]/.test(text)) {
    for (const match of text.matchAll(URL)) {
      masks.push({
        start: match.index,
        end: match.index + match[0].replace(/[.,;:!?)\]]+$/, '').length,
        kind: 'url',
      });
    }
  }
  return masks;
}
