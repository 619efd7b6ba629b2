#!/usr/bin/env node
// How long checking numbers takes: a page with 100 numbers and five tables of 1,000 rows, the first time, where other pages were
// read before, and on each key.
//
//   node bench/claims.mjs [--rows 1000] [--numbers 100] [--keys 200] [--json]
//
// Runs from source, on a wiki that it writes to a temporary folder. Times are milliseconds.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { claimsOf } from '../server/src/claims/claims-of.ts';
import { loadMarkdownParser } from '../server/src/host/markdown-parser.ts';
import { WikiHost } from '../server/src/host/wiki-host.ts';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000' },
    numbers: { type: 'string', default: '100' },
    keys: { type: 'string', default: '200' },
    json: { type: 'boolean', default: false },
  },
});
const rows = Number(values.rows);
const numbers = Number(values.numbers);
const TABLES = 5;
const OTHERS = 15;
const METHODS = 'probe gradient circuit readout prior basin signal schedule manifold sampler'.split(' ');
const KINDS = 'sparse latent residual stable noisy shallow recurrent causal weak robust'.split(' ');
const FIELDS = 'recall planning honesty caution refusal style arithmetic memory transfer curiosity'.split(
  ' ',
);
const MEASURES = ['accuracy', 'recall', 'error', 'latency (ms)', 'share (%)'];
const PAGE = 'findings/2024-many-numbers.md';

let state = 7;
const random = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};
const pick = list => list[Math.floor(random() * list.length)];

const root = mkdtempSync(join(tmpdir(), 'bench-claims-'));
try {
  const result = await measure();
  process.stdout.write(values.json ? `${JSON.stringify(result)}\n` : report(result));
} finally {
  rmSync(root, { recursive: true, force: true });
}

async function measure() {
  mkdirSync(join(root, 'findings'));
  const write = (path, prefix) => {
    const tables = Array.from({ length: TABLES }, (_, index) => writeTable(`${prefix}-${index + 1}.csv`));
    const text = page(tables);
    writeFileSync(join(root, path), text);
    return text;
  };
  const text = write(PAGE, 'table');
  // What a server that has been at work finds: other pages, each with tables of its own that nobody has read yet.
  const others = Array.from({ length: OTHERS }, (_, index) => `findings/2024-other-${index + 1}.md`);
  others.forEach((path, index) => void write(path, `other-${index + 1}`));
  writeFileSync(join(root, 'research-wiki.yaml'), 'version: 1\n');
  const host = new WikiHost(root, { parser: await loadMarkdownParser() });
  for (const _ of host.load());
  host.setOpen(PAGE, text);
  const claims = () => claimsOf(host.wiki, host.wiki.pages.get(PAGE));
  const [first, found] = timed(claims);
  const later = others
    .map(path => timed(() => claimsOf(host.wiki, host.wiki.pages.get(path)))[0])
    .sort((a, b) => a - b);
  const at = text.indexOf(' was seen again', text.length / 2);
  const keys = Array.from({ length: Number(values.keys) }, (_, key) => {
    const typed = `${text.slice(0, at)}${' and so on'.slice(0, 1 + (key % 10))}${text.slice(at)}`;
    return timed(() => {
      host.setOpen(PAGE, typed);
      return claims();
    })[0];
  }).sort((a, b) => a - b);
  return {
    rows,
    tables: TABLES,
    numbers: found.numbers,
    first,
    later: { least: later[0], median: later[later.length >> 1] },
    keystroke: { median: keys[keys.length >> 1], p95: keys[Math.floor(keys.length * 0.95)] },
  };
}

function timed(work) {
  const start = performance.now();
  const answer = work();
  return [performance.now() - start, answer];
}

function writeTable(name) {
  mkdirSync(join(root, 'data'), { recursive: true });
  const lines = Array.from({ length: rows }, (_, row) => {
    const label = `${KINDS[row % 10]} ${METHODS[Math.floor(row / 10) % 10]} ${FIELDS[Math.floor(row / 100) % 10]}`;
    return [label, pick(['train', 'dev', 'test']), ...MEASURES.map(() => (random() * 100).toFixed(2))];
  });
  const header = ['model', 'split', ...MEASURES];
  writeFileSync(join(root, 'data', name), [header, ...lines].map(line => `${line.join(',')}\n`).join(''));
  return { name, lines };
}

function page(tables) {
  const sentences = Array.from({ length: numbers / 2 }, () => {
    const { lines } = pick(tables);
    const [a, b] = [pick(lines), pick(lines)];
    const column = Math.floor(random() * MEASURES.length);
    const measure = MEASURES[column].replace(/ \(.*/, '');
    return `The ${a[0]} reaches a ${measure} of ${a[column + 2]}, and the ${b[0]} one of ${b[column + 2]}. This was seen again.`;
  });
  const paragraphs = sentences.flatMap((_, index) =>
    index % 3 === 0 ? [sentences.slice(index, index + 3).join(' ')] : [],
  );
  const front = [
    '---',
    'type: finding',
    'title: Many numbers',
    'tables:',
    ...tables.map(({ name }) => `  - ../data/${name}`),
    '---',
  ];
  return `${front.join('\n')}\n\n# Many numbers\n\n## Key results\n\n${paragraphs.join('\n\n')}\n`;
}

function report({ tables, numbers: counts, first, later, keystroke }) {
  const ms = time => `${time.toFixed(1)} ms`;
  return `${counts.found} numbers (${counts.supported} agree, ${counts.contradicted} contradicted), ${tables} tables of ${rows} rows
  first time   ${ms(first)} in a new process
  other pages  ${ms(later.median)} median, ${ms(later.least)} least: the first time in a process that has read others
  keystroke    ${ms(keystroke.median)} median, ${ms(keystroke.p95)} p95
`;
}
