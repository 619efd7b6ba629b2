#!/usr/bin/env node
// Checks the pages of a claims benchmark by the ordinary command line and scores what it reports.
//
//   npm run eval:claims -- DIR --split dev [--baselines] [options of the scorer]
//
// DIR holds score.mjs, SPLIT/pages and SPLIT/tables. What is true there stands in a file that this program never opens.
// Needs dist/cli.js (npm run build).

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const cli = join(here, '..', 'dist', 'cli.js');
const config = join(here, 'eval-claims.yaml');
/** What counts as a number called wrong. */
const RULES = new Set(['claims/contradicted', 'claims/bound-value', 'claims/arithmetic']);
const MOST_OUTPUT = 1 << 30;

const { folder, split, baselines, rest } = readArguments(process.argv.slice(2));
if (!existsSync(cli)) fail('dist/cli.js is missing; run npm run build');
const pages = join(folder, split, 'pages');
if (!existsSync(pages)) fail(`no pages in ${pages}`);

const work = mkdtempSync(join(tmpdir(), 'eval-claims-'));
const predictions = join(work, `predictions-${split}.jsonl`);
writeFileSync(
  predictions,
  check(pages)
    .map(line => `${JSON.stringify(line)}\n`)
    .join(''),
);
process.stderr.write(`predictions: ${predictions}\n`);
let status = score(predictions);

for (const file of baselines ? baselineFiles() : []) {
  const name = basename(file, '.mjs');
  const run = node([file, folder]);
  if (run.status !== 0) fail(`${file} failed: ${run.stderr}`);
  const path = join(work, `${name}.jsonl`);
  writeFileSync(path, run.stdout);
  process.stdout.write(`### ${name}\n`);
  status ||= score(path);
}
process.exitCode = status;

/** One prediction for each diagnostic that calls a number wrong. */
function check(paths) {
  const started = performance.now();
  const run = node([cli, 'check', '--format', 'json', '--config', config, paths]);
  if (run.status !== 0 && run.status !== 1) fail(`check failed: ${run.stderr}`);
  const result = JSON.parse(run.stdout);
  const { found, supported, contradicted, unverified } = result.numbers;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stderr.write(
    `${result.pages} pages, ${found} numbers: ${supported} supported, ${contradicted} contradicted, ${unverified} unverified; ${seconds} s\n`,
  );
  return result.diagnostics
    .filter(({ rule }) => RULES.has(rule))
    .map(({ file, range, expected }) => ({
      page: `${split}/pages/${basename(file)}`,
      range,
      ...(expected?.length > 0 ? { expected: expected[0] } : {}),
    }));
}

/** Prints what the scorer says, unchanged. */
function score(file) {
  const run = node([join(folder, 'score.mjs'), file, '--root', folder, '--split', split, ...rest]);
  process.stdout.write(run.stdout);
  process.stderr.write(run.stderr);
  return run.status ?? 2;
}

function baselineFiles() {
  const root = join(folder, 'baselines');
  if (!existsSync(root)) return [];
  return readdirSync(root)
    .filter(name => name.endsWith('.mjs') && name !== 'common.mjs')
    .sort()
    .map(name => join(root, name));
}

function node(args) {
  return spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: MOST_OUTPUT });
}

function readArguments(args) {
  const rest = [...args];
  const take = (name, width) => {
    const at = rest.indexOf(name);
    return at < 0 ? undefined : rest.splice(at, width).at(-1);
  };
  const split = take('--split', 2) ?? 'dev';
  const baselines = take('--baselines', 1) !== undefined;
  const at = rest.findIndex(argument => !argument.startsWith('-'));
  if (at < 0) fail('usage: npm run eval:claims -- DIR --split dev [--baselines] [options of the scorer]');
  const [folder] = rest.splice(at, 1);
  return { folder: resolve(folder), split, baselines, rest };
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}
