/** A number that is written in words. Offsets count in the text that was searched. */
export interface NumberWord {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly value: number;
}

const WORDS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const ORDINALS =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );
const TENS: Readonly<Record<string, number>> = {
  twentieth: 20,
  thirtieth: 30,
  fortieth: 40,
  fiftieth: 50,
  sixtieth: 60,
  seventieth: 70,
  eightieth: 80,
  ninetieth: 90,
};
const TENS_BEFORE: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};

const VALUES = new Map<string, number>([
  ...WORDS.map((word, value) => [word, value] as const),
  ...ORDINALS.map((word, value) => [word, value] as const),
  ...Object.entries(TENS),
]);
const WORD = /(?<!\p{L})\p{L}+(?:-\p{L}+)?(?!\p{L})/gu;

/** Number words up to twelve, and ordinals (`fourteenth`, `forty-ninth`), in order. */
export function numberWordsIn(text: string): NumberWord[] {
  const found: NumberWord[] = [];
  for (const match of text.matchAll(WORD)) {
    const value = wordValue(match[0].toLowerCase());
    if (value !== undefined)
      found.push({ start: match.index, end: match.index + match[0].length, text: match[0], value });
  }
  return found;
}

function wordValue(word: string): number | undefined {
  const [tens, ones] = word.split('-');
  if (ones === undefined) return VALUES.get(word);
  const base = TENS_BEFORE[tens!];
  const rest = VALUES.get(ones);
  return base !== undefined && rest !== undefined && rest > 0 && rest < 10 ? base + rest : undefined;
}

/**
 * A whole number in words, as the author wrote another: `fourteenth` and 15 give `fifteenth`. Undefined for what is not read
 * back: cardinals above twelve, and all above ninety-nine.
 */
export function inWordsLike(written: string, value: number): string | undefined {
  const word = WORDS.includes(written.toLowerCase()) ? WORDS[value] : ordinal(value);
  return word && /^\p{Lu}/u.test(written) ? `${word[0]!.toUpperCase()}${word.slice(1)}` : word;
}

function ordinal(value: number): string | undefined {
  if (value < ORDINALS.length) return ORDINALS[value];
  const ones = value % 10;
  const tens = Object.entries(ones === 0 ? TENS : TENS_BEFORE).find(([, size]) => size === value - ones)?.[0];
  return tens && (ones === 0 ? tens : `${tens}-${ORDINALS[ones]}`);
}

/** A change said in words: `doubled`, `by a quarter`, `halved`. `ratio` is the new value over the old one, either way round. */
export interface WordChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly ratio: number;
}

const FRACTIONS: Readonly<Record<string, number>> = {
  half: 0.5,
  third: 1 / 3,
  quarter: 0.25,
  fifth: 0.2,
  tenth: 0.1,
  'two thirds': 2 / 3,
  'three quarters': 0.75,
};
/** `the two halves`, `the men's doubles` are things. */
const NO_NOUN = String.raw`(?<!(?:\b(?:the|two|both|these|those|in|into|of|first|second|equal|mixed)|['’]s)\s)(?<!\p{L})`;
const CHANGES: readonly (readonly [pattern: RegExp, ratio: (match: RegExpMatchArray) => number])[] = [
  [new RegExp(`${NO_NOUN}(?:doubl(?:es|ed|ing)|twofold)(?!\\p{L})`, 'giu'), () => 2],
  [/(?<!\p{L})(?:tripl(?:es|ed|ing)|threefold)(?!\p{L})/giu, () => 3],
  [/(?<!\p{L})(?:quadrupl(?:es|ed|ing)|fourfold)(?!\p{L})/giu, () => 4],
  [new RegExp(`${NO_NOUN}halv(?:es|ed|ing)(?!\\p{L})`, 'giu'), () => 0.5],
  [
    /(?<=\bby\s)(?:an?|one|two|three)\s(half|thirds?|quarters?|fifth|tenth)(?!\p{L})/giu,
    match => 1 - fractionOf(match[0]),
  ],
];

function fractionOf(words: string): number {
  const plain = words.toLowerCase().replace(/^(?:an?|one)\s/, '');
  return FRACTIONS[plain] ?? FRACTIONS[plain.replace(/s$/, '')] ?? 0;
}

/** Changes that a text says in words, in no particular order. */
export function wordChangesIn(text: string): WordChange[] {
  return CHANGES.flatMap(([pattern, ratio]) =>
    [...text.matchAll(pattern)].flatMap(match => {
      const value = ratio(match);
      return value > 0 && value !== 1
        ? [{ start: match.index, end: match.index + match[0].length, text: match[0], ratio: value }]
        : [];
    }),
  );
}
