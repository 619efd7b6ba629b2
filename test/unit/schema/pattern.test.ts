import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { linearPattern, patternFault, safePattern } from '../../../server/src/wiki/schema/pattern.ts';

test('a pattern matches anywhere unless it says otherwise', () => {
  assert.ok(safePattern('b').test('abc'));
  assert.ok(!safePattern('^b').test('abc'));
  assert.ok(safePattern('^\\d{4}-[a-z0-9-]+$').test('2024-word-list'));
  assert.ok(!safePattern('^\\d{4}-[a-z0-9-]+$').test('2024-Word'));
  assert.ok(safePattern('^\\p{Lu}').test('Über'));
  assert.ok(safePattern('^.$').test('😀'));
});

test('patterns that can take long in other engines come back', () => {
  for (const source of ['(a+)+$', '^(a|a)*$', '^(a?){50}a{50}$', 'a*a*a*a*a*a*b', '(.*)(.*)(.*)(.*)x$']) {
    assert.equal(patternFault(source), undefined);
    assert.equal(safePattern(source).test(`${'a'.repeat(3000)}!`), false, source);
  }
});

test('what is no pattern is told', () => {
  const unsupported = 'look-around and back-references are not supported';
  for (const source of ['(?=a)', '(?!a)', '(?<=a)', '(?<!a)', '(a)\\1', '(?<n>a)\\k<n>']) {
    assert.equal(patternFault(source), unsupported, source);
  }
  for (const source of ['(', '[a', '*a', 'a{5,2}', '\\', '^[b-a]+$', '^a{5,}b**$']) {
    assert.match(patternFault(source) ?? '', /^no regular expression: /, source);
  }
  for (const source of ['\\\\1', '\\(\\?=', '[(?=]', '(?<name>a)', '(?:a|b)+', '(?i)a']) {
    assert.equal(patternFault(source), undefined, source);
  }
});

const part = fc
  .tuple(
    fc.constantFrom('a', 'B', '-', '_', ' ', '\\d', '\\w', '\\.', '.', '[a-c]', '[^a]', '[.]'),
    fc.constantFrom('', '', '{2}', '+', '*'),
  )
  .map(([atom, times]) => atom + times);
const pattern = fc.array(part, { maxLength: 4 }).map(parts => `^${parts.join('')}$`);

test('both engines say the same of a plain pattern', () => {
  let matched = 0;
  fc.assert(
    fc.property(
      pattern,
      fc.string({ unit: fc.constantFrom('a', 'b', 'B', '1', '.', '-', '_', ' ', 'ä', '😀'), maxLength: 6 }),
      (source, text) => {
        const found = safePattern(source).test(text);
        assert.equal(found, linearPattern(source).test(text), `${source} in ${JSON.stringify(text)}`);
        if (found) matched++;
      },
    ),
    { numRuns: 2000 },
  );
  assert.ok(matched > 20, `only ${matched} texts matched`);
});
