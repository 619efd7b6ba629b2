import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { numbersLens } from '../../../server/src/features/lenses/numbers-lens.ts';
import { fixture } from '../rules/fixture.ts';

const TABLE = `=== data/recall.csv
model,recall,precision
small probe,52.0,60.2
large probe,74.1,81.9
`;

/** What the lens of a page says, over what, and what a click leads to; undefined where there is none. */
function lens(text: string, frontMatter = 'tables: [../data/recall.csv]') {
  const path = 'findings/2024-probe.md';
  const { wiki, files } = fixture(`=== ${path}\n---\n${frontMatter}\n---\n${text}${TABLE}`);
  const page = wiki.pages.get(path)!;
  const read = ({ start, end }: { start: number; end: number }) => files.get(path)!.slice(start, end);
  const [place] = numbersLens.placesIn(wiki, page);
  return (
    place && {
      over: read(place.span),
      says: numbersLens.titleOf(wiki, page, place.subject),
      leadsTo: numbersLens.leadsTo(wiki, page, place.subject).map(({ span }) => read(span)),
    }
  );
}

const GOOD = 'The large probe has a recall of 74.1.\n';
const ALSO_GOOD = 'The small probe has a precision of 60.2.\n';
const WRONG = 'The large probe has a precision of 89.1.\n';
const OPEN = 'It took 812 days.\n';

suite('the lens over the results', () => {
  test('stands over the section below the title with most numbers, subsections counted', () =>
    assert.deepEqual(
      lens(`
# Probes

## Summary

${GOOD}
## Results

### Recall

${GOOD}
### Precision

${ALSO_GOOD}
${OPEN}`),
      { over: 'Results', says: '3 numbers: 2 agree, 1 not checked', leadsTo: ['812'] },
    ));

  test('says what contradicts, here and elsewhere in the page, and leads to that', () =>
    assert.deepEqual(
      lens(`
# Probes

## Summary

${WRONG}
## Results

${GOOD}
${ALSO_GOOD}
The small probe has a recall of 25.0.
`),
      {
        over: 'Results',
        says: '3 numbers: 2 agree, 1 contradicts; 1 contradicts elsewhere in the page',
        leadsTo: ['25.0', '89.1'],
      },
    ));

  test('does not repeat what the page silences', () =>
    assert.deepEqual(
      lens(`
## Results

${WRONG.trim()} <!--lint ignore claims/contradicted -- measured anew-->

${GOOD}`),
      { over: 'Results', says: '2 numbers: 1 agrees, 1 ignored', leadsTo: ['89.1', '74.1'] },
    ));

  test('stands at the first number of a page without headings', () =>
    assert.deepEqual(lens(`${GOOD}`), { over: '74.1', says: '1 number: 1 agrees', leadsTo: ['74.1'] }));

  test('says that nothing was checked where there is a table, and is not there where there is none', () => {
    assert.deepEqual(lens(`## Results\n\n${OPEN}`), {
      over: 'Results',
      says: '1 number: 1 not checked',
      leadsTo: ['812'],
    });
    assert.equal(lens(`## Results\n\n${OPEN}`, 'type: finding'), undefined);
    assert.equal(lens('## Results\n\nNothing yet.\n'), undefined);
  });
});
