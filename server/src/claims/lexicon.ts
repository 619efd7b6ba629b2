/*
 * Words of English that tell what a number does in its sentence. Closed classes only: nothing here belongs to a field of
 * research.
 */

const alternatives = (words: string): string =>
  words
    .trim()
    .split(/\s+/)
    .map(word => word.replaceAll('_', '[ -]'))
    .join('|');

/** What went up or down, said with a noun. */
export const CHANGE_NOUNS = alternatives(`
  increases? increments? gains? improvements? rises? growth boosts? jumps? uplifts? advances? margins? gaps? differences?
  decreases? drops? declines? reductions? loss(?:es)? falls? dips? degradations? deterioration decay savings? speed-?ups? speed_ups?
  slow-?downs? lead advantage deficit surplus change shifts? swing`);

/** What went up or down, said with a verb. */
export const CHANGE_VERBS = alternatives(`
  increas(?:es?|ed|ing) improv(?:es?|ed|ing) ris(?:es?|ing) rose risen (?:re)?gain(?:s|ed|ing)? grow(?:s|n|ing)? grew boost(?:s|ed|ing)? rais(?:es?|ed|ing)
  jump(?:s|ed|ing)? climb(?:s|ed|ing)? lift(?:s|ed|ing)? decreas(?:es?|ed|ing) drop(?:s|ped|ping)? declin(?:es?|ed|ing) reduc(?:es?|ed|ing) fall(?:s|en|ing)? fell
  lower(?:s|ed|ing)? degrad(?:es?|ed|ing) los(?:es?|ing) lost cut(?:s|ting)? shr(?:ink|inks|ank|unk|inking) outperform(?:s|ed|ing)? surpass(?:es|ed|ing)?
  exceed(?:s|ed|ing)? beat(?:s|en|ing)? overtak(?:es?|en|ing) overtook lead(?:s|ing)? led trail(?:s|ed|ing)? lag(?:s|ged|ging)? sav(?:es?|ed|ing) deteriorat(?:es?|ed|ing) hurt(?:s|ing)? differ(?:s|ed)? gaining
  go(?:es|ing)?_(?:up|down) (?:went|gone)_(?:up|down) c(?:om(?:es?|ing)|ame)_down expand(?:s|ed|ing)? contract(?:s|ed)?`);

/** What is added or given away, right before how much it is. */
export const GIVES_OR_TAKES = alternatives(`
  giv(?:es?|ing)_up gave_up shed(?:s|ding)? shav(?:es?|ed|ing)_off put(?:s|ting)?_on add(?:s|ed|ing)? contribut(?:es?|ed|ing)`);

/** Comparatives that follow an amount: `5 points higher`. */
export const COMPARATIVES = alternatives(`
  higher lower better worse more less fewer greater larger smaller bigger faster slower shorter longer stronger weaker
  cheaper older younger taller heavier lighter above below ahead behind over`);

/** What a whole or a middle is computed from. */
export const AVERAGES = alternatives('averages? averaged averaging mean means avg on_average');
export const TOTALS = alternatives(
  'totals? totall?ed totall?ing sum sums summed combined altogether all_together overall_total in_all cumulative aggregate',
);

/** The number is near, not exact. */
export const HEDGES = alternatives(`
  about around approximately approx\\. approx roughly nearly almost circa ca\\. c\\. some close_to near ~ ∼ ≈ ≃ or_so
  just_(?:over|under|above|below) slightly_(?:over|under|above|below|more|less) well_(?:over|under|above|below) round`);

/** The number is a limit from below or above. */
export const AT_LEAST = alternatives(
  'at_least more_than over above exceeding exceeds? exceeded greater_than higher_than larger_than better_than upwards_of beyond > ≥ >= minimum_of as_much_as as_high_as as_many_as',
);
export const AT_MOST = alternatives(
  'at_most less_than fewer_than under below lower_than smaller_than up_to no_more_than within < ≤ <= maximum_of as_little_as as_low_as as_few_as not_exceed(?:ing)? worse_than',
);

/** Somebody else's number, or one from elsewhere. */
export const ELSEWHERE = alternatives(`
  previously formerly reported_(?:by|in|as) according_to cited_in their_paper original_paper (?:previous|earlier|prior)_(?:[\\p{L}-]+_)?(?:work|studies|study|survey|year|version|report|edition|estimates?|assessment|analysis|release|samples?|cohorts?|trials?|experiments?|series|census|counts?|measurements?|papers?|figures?)
  (?:first|initial)_(?:survey|version|report|edition|estimates?|assessment|release) official_(?:statistics|figures|records|estimates|counts?) literature leaderboard elsewhere as_a_whole nationwide worldwide nationally globally last_year a_year_(?:ago|before|earlier) years_ago years_earlier`);

/** Rows that a sentence means without naming them. */
export const UNNAMED = alternatives(`
  ours? we baselines? others? previous prior existing proposed state-of-the-art state_of_the_art sota best second-best competitors?
  counterparts? rest remaining former latter next runner-up it they them this that these those both either neither respectively alternatives?
  variants? approach(?:es)? methods? systems? models?`);
