import { sentenceBefore, sentenceBehind } from '../clause.ts';
import type { Quantity } from '../quantity.ts';
import type { ScopedTable } from '../scoped.ts';
import type { SentenceView } from '../view.ts';

const NUMBER_WORDS = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve';
const BEYOND =
  /(?:^|[;:]\s)(?:for|on|in|at|among|with)\s[^,;:]{3,60}\s(?:over|above|below|under|at least|at most|up to|(?:more|less|fewer|longer|shorter|larger|smaller|older|younger|higher|lower) than)\s(\d[\d,.]*)[^,;:]*,\s/iu;
const SO_MANY = new RegExp(
  `(?:^|[;:]\\s)(?:given|with|after|using|from)\\s(?:only\\s|just\\s)?(\\d[\\d,]*|${NUMBER_WORDS})\\s[^,;:]{3,60},\\s`,
  'iu',
);
const RESTRICTED =
  /(?:^|[;:]\s)(?:among|of|for|in)\s[^,;:]{3,60}\s(?:that|who|whose|which)\s[^,;:]{3,80}(?:,\s|\s(?:the|its|their)\s)|(?:^|[;:,]\s)(?:and\s|but\s)?(?:among|of|for|in)\s(?:those|people|participants|patients|adults|children|men|women|respondents|readers|users|pupils|students)\s(?:under|over|aged|with|without|below|above|younger|older|born|living|who)\s/iu;
const THERE =
  /(?:^|[;:,]\s)(?:and\s|but\s)?there,?\s(?!(?:is|are|was|were|has|have|had|be|can|may|will|remains?|exists?|comes?)(?!\p{L}))/iu;
const SUB_GROUP = /(?<!\p{L})sub-?(?:group|set|sample)s?\sof\s/iu;
/** `On issues opened after the cut-off, A drops to` */
const DONE_TO =
  /(?:^|[;:]\s)(?:on|for|among|of)\s(?:the\s)?(?:\p{Ll}+\s)?\p{Ll}{3,}s\s\p{Ll}{3,}(?:ed|en)\s(?:after|before|by|with|without|since|during|under|from|outside)\s/iu;
/** `computed using only contributors with a known employer` */
const ONLY_THOSE =
  /(?<!\p{L})only\s(?:the\s)?(?:\p{Ll}+\s)?\p{Ll}{3,}s\s(?:with|that|who|whose|having|from)\s/u;
const RESTRICTED_TO = /^(?:(?:Restricted|Limited|Confined|Narrowed)\sto)\s[^,]{3,60},\s/u;
const THERE_BEHIND = /^\s?there(?=[.,;)]|$)/iu;

/** `For texts with over 1,024 words, A falls to`, `Given 100 sentences, A gets to`, where no label has that number. */
export function isForSoMany(view: SentenceView, quantity: Quantity, { labels }: ScopedTable): boolean {
  const before = sentenceBefore(view, quantity);
  const many = (BEYOND.exec(before) ?? SO_MANY.exec(before))?.[1];
  return many !== undefined && !labels.words.hasNumber(many.replace(/[.,]+$/, ''));
}

/** `Among the rows of A that have one, 29.4`; `; there A has 57.2`, of which the sentence speaks and not the table. */
export function isOfRestricted(view: SentenceView, quantity: Quantity): boolean {
  const before = sentenceBefore(view, quantity);
  return (
    RESTRICTED.test(before) ||
    RESTRICTED_TO.test(before) ||
    ONLY_THOSE.test(before) ||
    DONE_TO.test(before) ||
    SUB_GROUP.test(before) ||
    THERE.test(before) ||
    THERE_BEHIND.test(sentenceBehind(view, quantity))
  );
}

const THE_OTHERS =
  /(?<!\p{L})(?:and|but|while|whereas|against|for|of)\s(?:the\s)?(?:others?|rest|remainder|remaining\s\p{L}+)\s(?:(?:had|have|has|got|gets?|at|with|is|was|were|are|reach(?:ed)?)\s)?(?:only\s|about\s|[~≈])?$/iu;

/** `the tutored had 36.7 and the others 33.2`. */
export const isOfTheOthers = (view: SentenceView, quantity: Quantity): boolean =>
  THE_OTHERS.test(sentenceBefore(view, quantity));
