import type { Mask, ProseBlock } from '../markdown/prose.ts';
import type { Span } from '../text/span.ts';
import { encloses, overlaps } from '../text/span.ts';
import { type FoundNumber, findNumbers } from './find-numbers.ts';
import { isNamedLikeTarget } from './name-links.ts';
import { noClaimsIn } from './not-claims.ts';
import { isStep, isVersus } from './number-pairs.ts';
import type { Quantity, Role } from './quantity.ts';
import { readRole, type SentenceWords, sentenceWords } from './role.ts';

const SILENT: Readonly<Partial<Record<Mask['kind'], string>>> = {
  code: 'code',
  quotation: 'quoted',
  url: 'an address',
  html: 'raised text',
  math: 'a formula',
  footnote: 'a footnote mark',
  strikethrough: 'struck out',
};

const QUESTION = /\?[\s)"”’]*$/;

/** All numbers of a block with what the words around them make of them, in order. */
export function quantitiesOf(block: ProseBlock, sentences: readonly Span[]): Quantity[] {
  if (!/\d/.test(block.text)) return [];
  const excluded = noClaimsIn(block.text);
  const masks = block.masks.filter(mask => SILENT[mask.kind] !== undefined);
  const names = block.links.filter(({ link }) => isNamedLikeTarget(link));
  const words: SentenceWords[] = [];
  let sentence = 0;
  const quantities = findNumbers(block.text).flatMap((number): Quantity[] => {
    while (sentence < sentences.length && sentences[sentence]!.end < number.end) sentence++;
    if (sentence >= sentences.length || !encloses(sentences[sentence]!, number)) return [];
    const { start, end } = sentences[sentence]!;
    words[sentence] ??= sentenceWords(block.text.slice(start, end));
    const mask = masks.find(({ start, end }) => overlaps({ start, end }, number));
    const pattern = excluded.find(span => encloses(span, number));
    const quote = block.kind === 'block-quote' ? 'quoted' : undefined;
    const question = QUESTION.test(block.text.slice(Math.max(start, end - 8), end))
      ? 'a question'
      : undefined;
    const name = names.some(link => encloses(link, number)) ? 'the name of a page' : undefined;
    const noClaim =
      number.noClaim ?? quote ?? (mask && SILENT[mask.kind]) ?? name ?? pattern?.reason ?? question;
    return [{ ...number, ...readRole(block.text, start, end, number, words[sentence]!), sentence, noClaim }];
  });
  return withSettings(
    withLists(withSteps(withRanges(withBounds(quantities, block.text), block.text), block.text), block.text),
    block.text,
  );
}

const AND_NEXT = /^(?:\s(?:in|on|for)\s(?:the\s)?[\p{L}\d@-]+)?(?:,|,?\s(?:and|or))\s$/u;

/** `at least 6.2 % and 2.4 %`, `up to 7.0 % in A and 10.7 % in B`: what is the least or the most of the first is that of the second. */
function withBounds(quantities: readonly Quantity[], text: string): Quantity[] {
  const result: Quantity[] = [];
  for (const quantity of quantities) {
    const before = result.at(-1);
    const isJoined =
      before?.bound !== undefined &&
      before.unit === quantity.unit &&
      AND_NEXT.test(text.slice(before.unitEnd, quantity.start));
    result.push(isJoined && quantity.bound === undefined ? { ...quantity, bound: before.bound } : quantity);
  }
  return result;
}

/** `between 3 and 5`, `12–24 %`, `ranging from 3 to 5`: ends of a range say nothing of one thing. */
function withRanges(quantities: readonly Quantity[], text: string): Quantity[] {
  return quantities.map((quantity, index) => {
    const next = quantities[index + 1];
    const previous = quantities[index - 1];
    const isStart =
      next !== undefined && (isRange(text, quantity, next) || isRangeOfChanges(text, quantity, next));
    const isEnd =
      previous !== undefined &&
      (isRange(text, previous, quantity) || isRangeOfChanges(text, previous, quantity));
    return isStart || isEnd ? { ...quantity, role: 'range' as const } : quantity;
  });
}

/** `11.5× to 17.0× smaller`; `from 11.5 to 17.0` says two values. */
const isRangeOfChanges = (text: string, a: Quantity, b: Quantity): boolean =>
  b.role !== 'value' &&
  a.unit !== '' &&
  a.unit === b.unit &&
  /^\sto\s$/.test(text.slice(a.unitEnd, b.start)) &&
  !/\bfrom\s(?:\p{L}+\s)?[+\-−~≈]?$/u.test(text.slice(Math.max(0, a.start - 30), a.start));

function isRange(text: string, a: FoundNumber, b: FoundNumber): boolean {
  const between = text.slice(a.unitEnd, b.start);
  if (/^\s?[–-]\s?$/.test(between) && !/\s/.test(between)) return true;
  // `2.3%-11.9%`: no sign stands right behind a unit.
  if (between === '' && a.unit !== '' && /[–-]/.test(text[b.start]!)) return true;
  const before = text.slice(Math.max(0, a.start - 40), a.start);
  // `by 1.34 dB (1.08 to 1.61)`, `(95% CI: 0.03 to 0.05)`, `[+0.941, +0.998]`: how sure it is.
  if (
    /[([](?:[^()[\]]{0,20}:\s)?$/.test(before) &&
    /^\sto\s$/.test(between) &&
    /^[)\]]/.test(text.slice(b.unitEnd))
  )
    return true;
  if (/\[$/.test(before) && /^\s?[,;]\s?$/.test(between) && /^\]/.test(text.slice(b.unitEnd))) return true;
  if (
    /^\s(?:and|to)\s(?:over\s|about\s|around\s|up to\s)?$/.test(between) &&
    /\bbetween\s(?:\p{L}+\s)?$/iu.test(before)
  )
    return true;
  return (
    /^\s(?:to|until|through)\s(?:over\s|about\s|around\s|up to\s|more than\s)?$/.test(between) &&
    /\b(?:(?:rang\p{L}*|var\p{L}*|anywhere|span\p{L}*|interval)\s(?:\p{L}+\s)?from|ranges?\sof)\s(?:\p{L}+\s)?$/iu.test(
      before,
    )
  );
}

/** `drops 47.81 → 44.89`: both ends are values, whatever the verb before them. */
function withSteps(quantities: readonly Quantity[], text: string): Quantity[] {
  const steps = new Set(
    quantities.flatMap((quantity, index) =>
      index > 0 && isStep(text, quantities[index - 1]!, quantity) ? [index - 1, index] : [],
    ),
  );
  // `a large gap (error: 1.34 vs. 1.14)`: what a value is set against is one too.
  quantities.forEach((quantity, index) => {
    const next = quantities[index + 1];
    if (quantity.role === 'change' && next?.role === 'value' && isVersus(text, quantity, next))
      steps.add(index);
  });
  return quantities.map((quantity, index) =>
    steps.has(index) && quantity.role === 'change'
      ? { ...quantity, role: 'value' as const, changeKind: undefined }
      : quantity,
  );
}

const FEWEST_SETTINGS = 4;
const FEWEST_WITH_SLASHES = 3;

/**
 * Four numbers or more in rising order with nothing between them are what was tried, not what came out: `(1%, 2%, 5%, 10%)`.
 * So are three whole ones with slashes: `154/538/1050 tokens`.
 */
function withSettings(quantities: readonly Quantity[], text: string): Quantity[] {
  const result = [...quantities];
  for (let first = 0; first < result.length; first++) {
    let last = first;
    while (
      last + 1 < result.length &&
      result[last + 1]!.size > result[last]!.size &&
      (inOneList(text, result[last]!, result[last + 1]!) ||
        text.slice(result[last]!.unitEnd, result[last + 1]!.start) === '/')
    )
      last++;
    const count = last - first + 1;
    const list = result.slice(first, last + 1);
    const areSlashed =
      count >= FEWEST_WITH_SLASHES &&
      list.every(
        ({ decimals, unitEnd }, at) => decimals === 0 && (at === count - 1 || text[unitEnd] === '/'),
      );
    if (count >= FEWEST_SETTINGS || areSlashed) {
      for (let index = first; index <= last; index++)
        result[index] = { ...result[index]!, noClaim: result[index]!.noClaim ?? 'conditions' };
    }
    first = last;
  }
  return result;
}

/** In `gains of 5.57 %, 2.2 % and 0.41 %` and in `12 %, 13 % and 14 % lower` the word for the change governs the whole list. */
function withLists(quantities: readonly Quantity[], text: string): Quantity[] {
  const result = [...quantities];
  const governs = (role: Role): boolean => role === 'change' || role === 'ratio';
  let last = 0;
  for (let index = 1; index < result.length; index++) {
    // In `20 % for ResNet-101 and 16 % for` the digits of the name stand between.
    if (result[index - 1]!.noClaim !== 'part of a name') last = index - 1;
    const previous = result[last]!;
    const current = result[index]!;
    if (
      governs(previous.role) &&
      current.role === 'value' &&
      (inOneList(text, previous, current) || goesOn(text, previous, current))
    ) {
      result[index] = {
        ...current,
        role: previous.role,
        changeKind: current.changeKind ?? previous.changeKind,
      };
    }
  }
  for (let index = result.length - 2; index >= 0; index--) {
    const next = result[index + 1]!;
    const current = result[index]!;
    const beyond = result[index + 2];
    // `scores 82.5, 27.1 points above`: two numbers with a comma between them are no list.
    const isList =
      /\p{L}|&|\//u.test(text.slice(current.unitEnd, next.start)) ||
      (beyond !== undefined && inOneList(text, next, beyond));
    if (isList && governs(next.role) && current.role === 'value' && inOneList(text, current, next)) {
      result[index] = { ...current, role: next.role, changeKind: current.changeKind ?? next.changeKind };
    }
  }
  return result;
}

/** Nothing but commas, `and` and `or` stands between, and both have the same unit. */
function inOneList(text: string, a: FoundNumber, b: FoundNumber): boolean {
  if (a.unit !== b.unit && a.unit !== '') return false;
  return (
    /^(?:,|;)?\s?(?:(?:and|or|&|\/)\s)?$/.test(text.slice(a.unitEnd, b.start)) &&
    text.slice(a.unitEnd, b.start).trim() !== ''
  );
}

/** `costs it 1.2 points on A, on B 25.3`. */
const ON_OTHER =
  /^(?:\s(?:on|for|in)\s[^\d,.;]{1,40})?,\s(?:and\s)?(?:on|for|in|at)\s(?:the\s)?(?:[\p{L}\d@+/-]+\s){1,3}$/u;

/** `improves by 46 % on English and 49 % on Czech`. */
function goesOn(text: string, a: FoundNumber, b: FoundNumber): boolean {
  const between = text.slice(a.unitEnd, b.start);
  if (a.unit !== b.unit) return a.unit !== '' && b.unit === '' && ON_OTHER.test(between);
  // `increasing 18.0 EM and 19.4 F1`: each with the name of what it measures.
  if (
    /^\s\p{Lu}[\p{Lu}\d@-]+,?\sand\s$/u.test(between) &&
    /^\s\p{Lu}[\p{Lu}\d@-]+/u.test(text.slice(b.unitEnd))
  )
    return true;
  return /^(?:\s\p{Lu}[\p{L}\d@-]*)?\s(?:on|for|in|with|at)\s(?:[^\d,.;]|(?<=[\p{L}\d@-])\d){1,40}?(?:,|,?\sand)\s(?:about\s|around\s|approximately\s)?$/u.test(
    between,
  );
}
