import { clauseAround, clauseBefore, isUnknownWord, sentenceBefore } from '../clause.ts';
import type { Quantity } from '../quantity.ts';
import type { ScopedTable } from '../scoped.ts';
import type { SentenceView } from '../view.ts';

/** Who says it, or where it stands. */
const ELSEWHERE = [
  // `The authors report`, `the vendor claims`
  '(?:authors?|paper|appendix|abstract|supplement|vendors?|makers?|manufacturers?|developers?|company|press|media|blog|website|readme|creators?|critics|analysts|newspapers?)\\s(?:\\p{L}+\\s)?(?:report(?:s|ed)?|state[sd]?|gives?|gave|claim(?:s|ed)?|list(?:s|ed)?|says?|said|has|have|had)',
  // `in the appendix`, `their supplement`, `see the appendix`
  'in (?:the|its|their) (?:appendix|abstract|supplement\\p{L}*|introduction)',
  // `in a side experiment`, `we also tried`
  'in an? (?:side|separate|additional|further|follow-up|preliminary|supplementary) (?:experiment|run|study|test|analysis|trial|survey)',
  'we also (?:tried|tested|ran|trained|measured)',
  // `A meta-analysis of eleven trials puts it at 24.9`
  'an? (?:meta-?analysis|(?:systematic |scoping )?review) of',
  // `its authors obtained`, `in that trial`
  '(?:its|whose) (?:own )?authors',
  'in that (?:trial|run|test|experiment|study|survey|session|attempt|simulation)',
  // `police records list only`
  '(?:records|registers?|registr(?:y|ies)|chronicles?|chroniclers?|archives?|sources|estimates|witnesses) (?:\\p{Ll}+ )?(?:lists?|shows?|gives?|reports?|counts?|says?|puts?|have|has|speaks? of)',
  // `The simulator overestimates it`
  '(?:over|under)(?:estimat|predict|stat|report)\\p{L}*',
  // `made it to the table`, `kept out of the table`
  '(?:made it (?:in)?to|(?:kept|left|leave|leaves|leaving|omit(?:s|ted)?) (?:out of|from)) (?:the|this|our) (?:tables?|comparisons?)',
  'not (?:considered|compared) (?:in|by) (?:the|this|our) \\p{L}+',
  'not (?:among|one of) (?:our|the|these|those)',
  // `the earlier resource we build on held`, `the paper that introduced the data reported`
  'the (?:earlier|previous|older) (?:\\p{L}+ )?(?:resource|corpus|version|release|data ?set|edition|benchmark|collection|catalogue|survey)',
  '(?:paper|authors?|article|study|group|team) (?:that|who|which) (?:[\\p{L}-]+ ){1,6}(?:report(?:s|ed)?|gave|gives?|found|finds?)',
  // `is reported to reach 43.7`
  '(?:is|are|was|were) (?:reported|said|known|claimed|believed) to',
  // `of which only the mean was published`, `could not be included`
  '(?:was|were) (?:only )?published',
  'could not be (?:included|compared|run|tested)',
  // `the age of 431.2 published for its neighbour`
  'published (?:for|by|elsewhere|separately)',
  // `going by its paper`
  '(?:according to|going by|following|as in) (?:its|their|the) (?:own |original )?(?:paper|report|article|study|documentation|readme|website)',
  '(?:their|its) (?:appendix|supplement\\p{L}*)',
  // `the best one was by Team Heron`
  '(?:is|are|was|were) by (?:the )?(?:team|group|authors?)',
  'see (?:the )?(?:appendix|supplement\\p{L}*)',
  // `the original BERT paper`, `in the authors' previous study`, `in the VITS paper`, `the paper's own replay`
  'the original \\p{L}+(?:\\s\\p{L}+)? (?:paper|report|study|article)',
  "in (?:an?|the|our|their|its)? ?(?:\\p{L}+[’']s? )?(?:earlier|previous|prior|pilot|later|follow-up) \\p{L}+",
  '(?:in|from) the \\p{L}[\\p{L}\\d-]* paper',
  "(?:the|their) (?:paper|authors?)[’']s? own",
  // `the pilot paper's reported 0.832`
  "(?:paper|study|authors?|article|report)[’']s? (?:reported|published)",
  // `VITS scored 4.43 in its own paper`
  '(?:in|by|from) (?:its|their|his|her) own (?:paper|report|study|article|evaluation|work|release|announcement|experiments?|test(?:s|ing)?)',
  // `Best system at OffensEval 2020 in Turkish: 82.6`
  '(?:best|winning|top)(?: \\p{L}+){0,2} (?:at|in|of) \\p{L}[\\p{L}-]*[ -](?:19|20)\\d\\d',
  // `in our own run`, `a replication`, `a pilot`
  '(?:our|my) own (?!(?:models?|methods?|approach|systems?|implementation|agents?|data ?sets?|corpus)(?!\\p{L}))\\p{L}+',
  '(?:a|the|our|their) (?:replication|reproduction|re-?run|pilot)',
  // `not in this table`, `none of these figures covers`, `not comparable`, `the leaderboard`
  '(?:not|outside) (?:in |of |part of )?(?:this|the|these|any|our) (?:tables?|comparisons?)',
  'not (?:listed|shown|tabulated|included|reported here)',
  '(?:test|evaluation|submission)(?:-\\p{L}+)? servers?',
  'none of (?:the|these|those) (?:tables?|figures|numbers|values)(?: \\p{L}+)? (?:covers?|has|have|shows?|includes?|gives?)',
  '(?:not|hardly|never) (?:directly |strictly )?comparable',
  'leaderboards?',
  '(?:the|its|their) published (?:results?|figures?|values?|numbers?|scores?)',
];
const BY_OTHERS = new RegExp(`(?<!\\p{L})(?:${ELSEWHERE.join('|')})(?!\\p{L})`, 'iu');

const AGAIN =
  /(?<!\p{L})(re-?(?:r[au]n|runs|running|evaluat\p{L}+|train\p{L}+|measur\p{L}+|analy[sz]\p{L}+)|reproduc\p{L}+|replicat\p{L}+)(?!\p{L})/iu;
/** `in the simulation of Hale et al.` */
const BY_NAME =
  /(?<!\p{L})(?:[Ii]n|[Ff]rom|[Bb]y) (?:the |an? )?(?:\p{Ll}+ )?(?:simulations?|experiments?|stud(?:y|ies)|analys[ei]s|work|set-?up|surveys?|trials?|evaluations?|reports?|papers?) (?:of|by) (?!Table|Fig|Section)(\p{Lu}\p{L}+)/u;
/** `for which Moss et al. (2021) give 49.1` */
const GIVEN_BY =
  /(?<!\p{L})(\p{Lu}[\p{L}-]+)\set\sal\.?,?\s?(?:\(\d{4}[a-z]?\),?\s?)?(?:(?:with|using|on|in|for|by)\s[^,;.]{3,60},\s)?(?:\p{Ll}+ly\s)?(?:gives?|gave|reports?|reported|obtains?|obtained|achieves?|achieved|finds?|found|measures?|measured|gets?|got|cites?|cited|quotes?|quoted)(?!\p{L})/u;
/** `Dai and Huang (2018) reported 48.82` */
const BY_TWO =
  /(?<!\p{L})(\p{Lu}[\p{L}-]+)\s(?:and|&)\s\p{Lu}[\p{L}-]+\s\(?\d{4}[a-z]?\)?,?\s(?:\p{Ll}+ly\s)?(?:gives?|gave|reports?|reported|obtains?|obtained|achieves?|achieved|finds?|found|measures?|measured|cites?|cited|quotes?|quoted)(?!\p{L})/u;
/** `On the development set of A`, where the table knows of none. */
const SPLIT =
  /(?<!\p{L})(dev(?:elopment)?|validation|training|calibration|selection|tuning|held-out)\s(?:sets?|splits?|portions?|folds?)(?!\p{L})/iu;
const UNSEEN = /(?<!\p{L})(?:hidden|private|blind|official|held-out) (test|evaluation|leaderboard)/iu;

/** `which confirms earlier work that reported 0.31`, `a prior EDA-based study [15], which reported 86.8 %`. */
const EARLIER_WORK =
  /(?<!\p{L})(?:earlier|previous|prior|existing|related) (?:[\p{L}-]+ ){0,2}(?:work|stud(?:y|ies)|research|papers?|authors|findings|results)(?: \[[\d, ]+\])?(?:,? that|,? which)? (?:reports?|reported|found|finds?|gave|gives?|obtain(?:s|ed)?|show(?:s|ed)?)(?!\p{L})/iu;
const NOT_COMPARABLE =
  /(?<!\p{L})(?:these|those|the two|which|such) (?:\p{L}+ )?(?:is|are|was|were) (?:not|hardly|never) (?:directly |strictly )?comparable(?!\p{L})/iu;

/** The number's clause says that it stands in another text, or was found by others. */
export function isFromBeside(view: SentenceView, quantity: Quantity, scoped: ScopedTable): boolean {
  const clause = clauseAround(view, quantity);
  const unseen = (UNSEEN.exec(clause) ??
    AGAIN.exec(clause) ??
    BY_NAME.exec(clause) ??
    SPLIT.exec(sentenceBefore(view, quantity)) ??
    GIVEN_BY.exec(clauseBefore(view, quantity)) ??
    BY_TWO.exec(clauseBefore(view, quantity)))?.[1];
  return (
    BY_OTHERS.test(clause) ||
    EARLIER_WORK.test(sentenceBefore(view, quantity)) ||
    NOT_COMPARABLE.test(view.text) ||
    isOfOtherPaper(clause, view, scoped) ||
    (unseen !== undefined && isUnknownWord(view, unseen.toLowerCase(), scoped) && !isInName(unseen, scoped))
  );
}

/** `DuetWang et al.`: two columns of a paper run into one. */
const isInName = (said: string, { labels }: ScopedTable): boolean =>
  labels.rowLabels.some(({ text }) => text.includes(said));

const PAPER_OF =
  /(?<!\p{L})((?:18|19|20)\d\d)\s(?:\p{L}+\s)?(?:article|paper|study|report|survey|edition|trial|experiment|review)(?!\p{L})/iu;

/** `The 1988 article on A`. */
function isOfOtherPaper(clause: string, view: SentenceView, { labels }: ScopedTable): boolean {
  const year = PAPER_OF.exec(clause)?.[1];
  return year !== undefined && !view.subject.has(year) && !labels.words.hasNumber(year);
}
