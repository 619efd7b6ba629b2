import { NAMED } from './candidates.ts';
import {
  clauseAround,
  clauseBefore,
  isUnknown,
  isUnknownWord,
  sentenceBefore,
  sentenceBehind,
} from './clause.ts';
import type { Quantity } from './quantity.ts';
import type { ScopedTable } from './scoped.ts';
import type { SentenceView } from './view.ts';
import { wordsOf } from './words.ts';

/*
 * A sentence may name row and column and yet speak of another time, another run, or of what is not. Closed classes of words, and
 * only where neither the table nor the title has what they say.
 */

/** What the number holds under, as a reason that a person can follow; undefined where nothing is said. */
export function conditionOf(view: SentenceView, quantity: Quantity, scoped: ScopedTable): string | undefined {
  if (isHypothetical(view, quantity)) return 'it says what would be, not what is';
  if (isOfOtherTime(view, scoped)) return 'it is of a time that the table does not know';
  if (isFromBeside(view, quantity, scoped)) return 'it is from beside the table';
  if (isOfOneRun(view, scoped) || isOfPartAlone(view, scoped)) return 'it is of one of many';
  if (isOfOtherVersion(view, scoped)) return 'it is of another version';
  if (TOGETHER.test(clauseBefore(view, quantity))) return 'it is of several together';
  if (isOfMore(view, quantity, scoped)) return 'it is of more than the table has';
  if (isOfOtherDoing(view, quantity, scoped)) return 'it is what comes of doing something that no label has';
  if (
    saysAmount(view, quantity, scoped) ||
    saysWhen(view, quantity, scoped) ||
    isOfOthersCompared(view, quantity, scoped) ||
    GIVEN.test(clauseBefore(view, quantity)) ||
    saysIf(view, quantity, scoped) ||
    isSettingItself(view, quantity) ||
    saysNumberAlone(view, quantity, scoped) ||
    beginsWithCondition(view, quantity, scoped)
  )
    return 'it is under a condition that no label has';
  return undefined;
}

const NOT_YET =
  /(?<!\p{L})(?:would|should|might|may|shall|will|(?:is|are|was|were|be|been|had|has|have|we|they|I)\s(?:\p{L}+ly\s)?(?:planned|expected|predicted(?=\sto)|projected|forecast|supposed|meant|intended|hoped|aimed))(?!\p{L})/iu;
/** `Had it been so,`. */
const HAD_IT = /^(?:Had|Were|Should)\s(?!\p{L}+\?)[^,?]{3,80},\s/u;
const WOULD = /^[^,;:.()]{0,40}\s(?:would|should|might)(?!\p{L})/iu;

/** `with the new pump it would give 23.4 l/s`. */
const isHypothetical = (view: SentenceView, quantity: Quantity): boolean =>
  NOT_YET.test(clauseBefore(view, quantity)) ||
  HAD_IT.test(view.text) ||
  WOULD.test(sentenceBehind(view, quantity));

const SEASON =
  /(?<!\p{L})(?:(?:[Ii]n|[Dd]uring|of|[Ss]ince|[Uu]ntil|by|each|every)\s(?:the\s|early\s|late\s|mid-?)*(spring|summer|autumn|winter|January|February|March|April|May|June|July|August|September|October|November|December)|(?:on|every|each)\s(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)s?|(?:[Nn]ext|[Ll]ast|previous|following|coming)\s(year|month|week|season|day|quarter|decade|spring|summer|autumn|winter))(?!\p{L})/gu;
const LATER =
  /(?<!\p{L})(?:after|within|by|at)\s(?:an?|one|two|three|four|six|ten|twelve|\d+)\s(hours?|days?|weeks?|months?|years?|decades?|epochs?|rounds?)(?!\p{L})/giu;
const BEFORE_THAT = /^(?:Before|Until|Prior to)\s(?:the\s|its\s|their\s|our\s)?(\p{Ll}{3,})/u;

/** `in spring`, `next year`, `After a year`, `Before the repair`. */
function isOfOtherTime(view: SentenceView, scoped: ScopedTable): boolean {
  const said = [...view.text.matchAll(SEASON)].map(match => (match[1] ?? match[2] ?? match[3])!);
  said.push(...[...view.text.matchAll(LATER)].map(match => match[1]!));
  const before = BEFORE_THAT.exec(view.text)?.[1];
  // Not as other words: May is one that everybody uses.
  return [...said, ...(before ? [before] : [])].some(word =>
    isUnknownWord(view, wordsOf(word)[0]!.norm, scoped),
  );
}

/** `The authors report`, `in our own run`. */
const BY_OTHERS =
  /(?<!\p{L})(?:(?:authors?|paper|appendix|abstract|supplement|vendors?|makers?|manufacturers?|developers?|company|press|media|blog|website|readme|creators?|critics|analysts|newspapers?)\s(?:\p{L}+\s)?(?:reports?|states?|gives?|claims?|lists?|says?|has|have)|in (?:the|its|their) (?:appendix|abstract|supplement\p{L}*|introduction)|the original \p{L}+(?:\s\p{L}+)? (?:paper|report|study|article)|(?:in )?(?:our|my) own (?:runs?|experiments?|replications?|reproductions?|tests?|measurements?)|(?:a|the|our|their) (?:replication|reproduction|re-?run)|in (?:an?|the|our|their|its)? ?(?:\p{L}+[’']s? )?(?:earlier|previous|prior|pilot|later|follow-up) \p{L}+|(?:in|from) the \p{L}[\p{L}\d-]* paper|(?:a|the|their|our) pilot|(?:not|outside) (?:in |of |part of )?(?:this|the|these|any|our) tables?|(?:the|their) (?:paper|authors?)[’']s? own|none of (?:the|these|those) (?:tables?|figures|numbers|values)(?: \p{L}+)? (?:covers?|has|have|shows?|includes?|gives?)|(?:not|hardly|never) (?:directly |strictly )?comparable|leaderboards?|see (?:the )?(?:appendix|supplement\p{L}*)|(?:their|its) (?:appendix|supplement\p{L}*))(?!\p{L})/iu;

const AGAIN =
  /(?<!\p{L})(re-?(?:r[au]n|runs|running|evaluat\p{L}+|train\p{L}+|measur\p{L}+|analy[sz]\p{L}+)|reproduc\p{L}+|replicat\p{L}+)(?!\p{L})/iu;
const UNSEEN = /(?<!\p{L})(?:hidden|private|blind|official|held-out) (test|evaluation|leaderboard)/iu;

/** The number's clause says that it stands in another text, or was found by others. */
export function isFromBeside(view: SentenceView, quantity: Quantity, scoped: ScopedTable): boolean {
  const clause = clauseAround(view, quantity);
  const unseen = (UNSEEN.exec(clause) ?? AGAIN.exec(clause))?.[1];
  return (
    BY_OTHERS.test(clause) ||
    isOfOtherPaper(clause, view, scoped) ||
    (unseen !== undefined && isUnknownWord(view, unseen.toLowerCase(), scoped))
  );
}

const ALONE = /(?:^|[,;]\s(?:and\s|but\s)?)((?:\p{L}+\s){1,3})alone(?!\p{L})/iu;

/** `Food service alone shows`: a part of what the table has. */
function isOfPartAlone(view: SentenceView, scoped: ScopedTable): boolean {
  const said = ALONE.exec(view.text)?.[1];
  return said !== undefined && isUnknown(view, said, scoped);
}

const RUN =
  /(?<!\p{L})(?:best|worst|first|second|third|last|single|luckiest|unluckiest|one|each|every|some|certain|individual)\s(?:\p{L}+\s)?(seeds?|runs?|folds?|trials?|attempts?|checkpoints?|epochs?|samples?)(?!\p{L})/iu;

/** `the best seed of A`: one of many of which the table has the mean. */
function isOfOneRun(view: SentenceView, scoped: ScopedTable): boolean {
  const said = RUN.exec(view.text)?.[1];
  return said !== undefined && isUnknown(view, said, scoped);
}

const VERSION = /(?<!\p{L})(version|release)\s\d/iu;

/** `Version 2 of A`. */
function isOfOtherVersion(view: SentenceView, scoped: ScopedTable): boolean {
  const said = VERSION.exec(view.text)?.[1];
  return said !== undefined && isUnknown(view, said, scoped);
}

const PAPER_OF =
  /(?<!\p{L})((?:18|19|20)\d\d)\s(?:\p{L}+\s)?(?:article|paper|study|report|survey|edition|trial|experiment|review)(?!\p{L})/iu;

/** `The 1988 article on A`. */
function isOfOtherPaper(clause: string, view: SentenceView, { labels }: ScopedTable): boolean {
  const year = PAPER_OF.exec(clause)?.[1];
  return year !== undefined && !view.subject.has(year) && !labels.words.hasNumber(year);
}

const GIVES =
  '(?:gives?|gave|yields?|yielded|lowers?|lowered|raises?|raised|lifts?|lifted|brings?|brought|moves?|moved|reduces?|reduced|increases?|increased|cuts?|drops?|dropped|improves?|improved|takes?|took|changes?|changed|leads|led|results?|resulted|pushes|pushed)';
const DOING = new RegExp(
  `(?:^|[;:]\\s|,\\s(?:and|but|while|whereas)\\s)(\\p{L}+ing)\\s((?:(?!${GIVES}\\s)[\\p{L}\\d/+-]+,?\\s){1,8})${GIVES}\\s(?:[\\p{L}\\d’'/+-]+\\s){0,8}$`,
  'iu',
);
const CAUSES = new RegExp(
  `(?:^|[;:]\\s|,\\s(?:and|but|while|whereas)\\s)((?:(?!${GIVES}\\s)[\\p{L}\\d/+-]+\\s){1,8})${GIVES}\\s(?:[\\p{L}\\d’'/+-]+\\s){1,8}(?:to|by)\\s(?:about\\s|only\\s|[~≈])?$`,
  'iu',
);
const LEAVING_OUT =
  /^(?:halving|doubling|tripling|quadrupling|leaving|excluding|ignoring|omitting|disregarding|counting|including)$/i;

/** `Soaking for twelve hours lowers it to`, `; doubling that moves A to`, where no label has what is done; `Leaving out the backup gives`. */
function isOfOtherDoing(view: SentenceView, quantity: Quantity, scoped: ScopedTable): boolean {
  const before = withoutAsides(sentenceBefore(view, quantity));
  const causes = CAUSES.exec(before)?.[1];
  if (causes !== undefined && isUnknown(view, causes, scoped)) return true;
  const [, verb, object] = DOING.exec(before) ?? [];
  if (verb === undefined) return false;
  return LEAVING_OUT.test(verb) || isUnknown(view, `${verb} ${object!}`, scoped);
}

/** `A and B together have 20.4 %`. */
const TOGETHER = /(?<!\p{L})and\s(?:\p{L}+\s){1,4}(?:together|combined|jointly|in combination)(?!\p{L})/iu;

const MORE =
  /(?<!\p{L})(national|nation-wide|country-wide|regional|statewide|global|worldwide|international|European|federal|industry|sector)(?!\p{L})/iu;

/** `the national mean`. */
export function isOfMore(view: SentenceView, quantity: Quantity, scoped: ScopedTable): boolean {
  const said = MORE.exec(clauseBefore(view, quantity))?.[1];
  return said !== undefined && isUnknown(view, said, scoped);
}

const AMOUNT =
  /(?<!\p{L})(?:with|at|using|from|on|in|after)\s(?:an?\s|the\s|only\s|just\s)?(?:(?:\d[\d.,]*[kKMB]?\s|half\s|a third\s|a quarter\s|a tenth\s|twice\s|two\s|three\s|five\s|ten\s)(?:of\s)?(?:the\s|as\s)?(\p{L}{3,})|(\p{L}{3,})\s(?:size|length|rate|level|strength|temperature|budget)\s(?:of\s)?\d|(\p{L}{4,}s)\sof\s\d)/giu;

const NUMBERED = /^(?:In|At|On|For|By|With)\s(?:an?\s|the\s)?(\p{L}{3,})\s(?:of\s)?\d[\d.]*,\s/gu;
const ANALYSIS =
  /(?<!\p{L})(?:in|on|for)\s(?:the|an?)\s([\p{L}-]{3,})\s(?:analysis|subset|subgroup|cohort|split|scenario|condition|phase|trial|study|variant)(?!\p{L})/giu;

/** `With 5 shots`, `at batch size 8`, `In centre 4`, `in the per-protocol analysis`. */
function saysAmount(view: SentenceView, quantity: Quantity, scoped: ScopedTable): boolean {
  // `, running at 9 fps` goes on to say something else.
  const [behind] = sentenceBehind(view, quantity).split(/[,;]/, 1);
  const text = `${sentenceBefore(view, quantity)}${quantity.text}${behind}`;
  return [AMOUNT, NUMBERED, ANALYSIS].some(pattern =>
    [...text.matchAll(pattern)].some(match => {
      const said = (match[1] ?? match[2] ?? match[3])!;
      const digits = /\d[\d.,]*/.exec(match[0]);
      // `with 127 metres` is the number itself.
      if (digits && match.index + digits.index === quantity.start - view.sentence.start) return false;
      const amount = digits?.[0].replace(/[.,]+$/, '');
      // `DropHop with 16 layers` is the row `DropHop-16`.
      if (amount !== undefined && scoped.labels.words.hasNumber(amount.replaceAll(',', ''))) return false;
      return !GENERIC.test(wordsOf(said)[0]!.norm) && isUnknown(view, said, scoped);
    }),
  );
}

const WHEN =
  /^[^.;:()]{0,40}\s(?:when|if|once|unless|as long as|as soon as)\s(?:\p{L}+\s){0,3}?(\p{L}{3,})/iu;

/** `drops to 44.6 when the pairs are noisy`. */
function saysWhen(view: SentenceView, quantity: Quantity, scoped: ScopedTable): boolean {
  const said = WHEN.exec(sentenceBehind(view, quantity))?.[1];
  return said !== undefined && !scoped.labels.words.isLikeAny(wordsOf(said)[0]!.norm);
}

/** `Place success given a successful pick is`. */
const GIVEN = /\p{L}\sgiven\s(?:an?|that|the)\s/iu;

const IF =
  /(?:^|[;:]\s)(?:if|when|once|provided that|provided|assuming(?: that)?|given|should|as soon as|where)\s([^,;:]{3,80}),\s/iu;

/** `If one counts these, A rises to`. */
function saysIf(view: SentenceView, quantity: Quantity, scoped: ScopedTable): boolean {
  const said = IF.exec(sentenceBefore(view, quantity))?.[1];
  return said !== undefined && isUnknown(view, said, scoped);
}

const AT = /^(?:at|with|from|after|by|for)\s(?:only\s|just\s|about\s|[~≈])?$/iu;
const THE = /^\s(?:the|our|its|their|this)\s/iu;

/** `At 50 % the medium model gives`: under what, not what came out. */
const isSettingItself = (view: SentenceView, quantity: Quantity): boolean =>
  AT.test(clauseBefore(view, quantity)) && THE.test(sentenceBehind(view, quantity));

const WITH_NUMBER =
  /(?:^|[;,:]\s)(?:with|at|from|after|on)\s(?:only\s|just\s)?(\d[\d.,]*)(?:\s?%|\s\p{L}{1,3})?\s(?:the\s|our\s)?$/iu;

/** `; with 60 A picks 55.5 %`: what there were 60 of was said before. */
function saysNumberAlone(view: SentenceView, quantity: Quantity, scoped: ScopedTable): boolean {
  const { words } = view.reading;
  return view.naming(scoped.table).mentions.some(({ label, quality, words: at }) => {
    if (label.axis !== 'row' || quality < NAMED || words[at[0]!]!.start >= quantity.start) return false;
    const before = view.reading.block.text.slice(view.sentence.start, words[at[0]!]!.start);
    const number = WITH_NUMBER.exec(before)?.[1]?.replace(/[.,]+$/, '');
    return number !== undefined && !scoped.labels.words.hasNumber(number.replaceAll(',', ''));
  });
}

const COMPARED =
  /^(?:The\s)?((?:\p{L}+\s){1,3}?)(?:is|are|was|were)\s(?:much\s|far\s|even\s|still\s|somewhat\s|clearly\s)?(?:\p{L}+er|worse|better|more\s\p{L}+|less\s\p{L}+)[^,;]*,\s(?:with|at)\s/iu;

/** `Children are harder, with a WER of 14.9 for A`. */
function isOfOthersCompared(view: SentenceView, quantity: Quantity, scoped: ScopedTable): boolean {
  const said = COMPARED.exec(sentenceBefore(view, quantity))?.[1];
  return said !== undefined && isUnknown(view, said, scoped);
}

const FIRST =
  /^(With|Without|Using|Under|Before|On|In|At|For|During|Within|Among|From)\s([^,;:.()\d]{3,60}?)(?:,\s|\s(?=(?:the|its|their|a|an)\s)|$)/iu;
/** Words of papers and reports in which a number is said, not under which it holds. */
const GENERIC =
  /^(?:experiment|evaluation|table|figure|section|result|comparison|addition|contrast|particular|general|brief|conclusion|essence|principle|theory|total|summary|case|setting|paper|study|work|analysi|analysis|analyse|practice|fact|example|instance|test|line|short|sum|all|both|detail|report|order|turn|end|average|task|dataset|metric|measure|benchmark|model|method|approach|approache|system|performance|contribution|best|our|these|this|most|least)$/;

/** `Among the compressed ones A is the worst`. */
const MOST_OF =
  /(?<!\p{L})(?:best|worst|most|least|highest|lowest|largest|smallest|fastest|slowest|strongest|weakest)(?!\p{L})/iu;

/** Adjectives that say nothing of what is different. */
const WEAK =
  /^(?:automatic|quantitative|qualitative|empirical|experimental|additional|original|official|actual|usual|final|initial|individual|general|overall|several|various|previous|further|other|former|latter|later|earlier|proposed|detailed|combined|related|mentioned|selected|reported|published|considered|used|main|comprehensive|extensive|respective|successive|public|typical|practical|theoretical|statistical|numerical|critical|crucial|special|real|total|specific|basic|classic|popular|challenging|standard|per|under|over|after|number|paper|order|chapter)$/;

/** Without what stands in brackets, and without clauses between commas. */
const withoutAsides = (text: string): string =>
  text.replace(/\s?\([^()]*\)/g, '').replace(/,\s(?:which|who|as|where|though|if|whose)\s[^,;]*,/giu, ',');

/** `Without the margin term, A falls to 50.6`, `On a harder split, …`. */
function beginsWithCondition(view: SentenceView, quantity: Quantity, scoped: ScopedTable): boolean {
  const before = sentenceBefore(view, quantity);
  const { words } = view.reading;
  const rows = view
    .naming(scoped.table)
    .mentions.filter(({ label, quality }) => label.axis === 'row' && quality >= NAMED)
    .map(({ words: at }) => words[at[0]!]!.start - view.sentence.start)
    .filter(at => at > 0);
  const stretch = before.slice(0, Math.min(before.length, ...rows)).trimEnd();
  const plain = withoutAsides(stretch);
  const colon = plain.lastIndexOf(': ');
  return [plain, ...(colon < 0 ? [] : [plain.slice(colon + 2)])].some(text => {
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
