import { count } from '../../rules/words.ts';
import { encloses } from '../../text/span.ts';
import { linkedTablesOf } from '../../wiki/link-keys.ts';
import type { Page } from '../../wiki/page.ts';
import { numbersOf, type ReportedNumber } from '../number-report.ts';
import type { LensKind } from './lens.ts';

/**
 * Over the section that holds most of a page's numbers: what became of them. A click leads to those that contradict, else to
 * those that were not checked, else to all. Nothing on a page without a table of which no number was checked.
 */
export const numbersLens: LensKind = {
  setting: 'numbers',
  placesIn(wiki, page) {
    const numbers = numbersOf(wiki, page);
    const isChecked = numbers.some(({ claim }) => claim.verdict !== 'unverified');
    if (numbers.length === 0 || (!isChecked && linkedTablesOf(page).size === 0)) return [];
    const section = page.facts.sections[resultsSection(page, numbers)];
    return [{ span: section?.heading.textSpan ?? numbers[0]!.claim.span, subject: '' }];
  },
  titleOf(wiki, page) {
    const { here, elsewhere } = split(page, numbersOf(wiki, page));
    if (here.length === 0) return undefined;
    const others = elsewhere.filter(isWrong).length;
    const also =
      others === 0 ? '' : `; ${others} ${others === 1 ? 'contradicts' : 'contradict'} elsewhere in the page`;
    return `${count(here.length, 'number')}: ${whatBecameOf(here)}${also}`;
  },
  leadsTo(wiki, page) {
    const { here, elsewhere } = split(page, numbersOf(wiki, page));
    const wrong = [...here, ...elsewhere].filter(isWrong);
    const unchecked = here.filter(({ claim }) => claim.verdict === 'unverified');
    const shown = wrong.length > 0 ? wrong : unchecked.length > 0 ? unchecked : here;
    return shown.map(({ claim }) => ({ path: page.path, span: claim.span }));
  },
};

const isWrong = ({ claim, ignored }: ReportedNumber): boolean =>
  claim.verdict === 'contradicted' && ignored === undefined;

/** `9 agree, 1 contradicts, 2 not checked`; what is none is not said. */
function whatBecameOf(numbers: readonly ReportedNumber[]): string {
  const agreeing = numbers.filter(({ claim }) => claim.verdict === 'supported').length;
  const wrong = numbers.filter(isWrong).length;
  const ignored = numbers.filter(({ ignored }) => ignored !== undefined).length;
  const unchecked = numbers.filter(({ claim }) => claim.verdict === 'unverified').length;
  return [
    agreeing > 0 ? `${agreeing} ${agreeing === 1 ? 'agrees' : 'agree'}` : '',
    wrong > 0 ? `${wrong} ${wrong === 1 ? 'contradicts' : 'contradict'}` : '',
    ignored > 0 ? `${ignored} ignored` : '',
    unchecked > 0 ? `${unchecked} not checked` : '',
  ]
    .filter(part => part !== '')
    .join(', ');
}

function split(page: Page, numbers: readonly ReportedNumber[]) {
  const section = page.facts.sections[resultsSection(page, numbers)];
  const isHere = ({ claim }: ReportedNumber): boolean => !section || encloses(section.span, claim.span);
  return { here: numbers.filter(isHere), elsewhere: numbers.filter(number => !isHere(number)) };
}

/** Index of the section below the title with most numbers, its subsections counted; the first of equals, -1 without any. */
function resultsSection({ facts: { sections } }: Page, numbers: readonly ReportedNumber[]): number {
  let best = -1;
  let most = 0;
  sections.forEach(({ heading, parent, span }, index) => {
    const isTop = parent < 0 ? heading.depth > 1 : sections[parent]!.heading.depth === 1;
    if (!isTop) return;
    const held = numbers.filter(({ claim }) => encloses(span, claim.span)).length;
    if (held > most) {
      best = index;
      most = held;
    }
  });
  return best;
}
