/*
 * How long completion and the lenses take on a wiki while its pages are edited, in the server's own process:
 * `node bench/completion.mjs WIKI`. Each question follows an edit of another page than the one before, the worst case.
 * Times are the thread's own, so that a busy machine says the same (with Node below 23.9: by the clock).
 */
import { resolve } from 'node:path';
import { completionsAt } from '../server/src/features/completion/complete.ts';
import { backlinksLens } from '../server/src/features/lenses/backlinks-lens.ts';
import { listingsLens } from '../server/src/features/lenses/listings-lens.ts';
import { loadMarkdownParser } from '../server/src/host/markdown-parser.ts';
import { WikiHost } from '../server/src/host/wiki-host.ts';

const host = new WikiHost(resolve(process.argv[2] ?? '.'), { parser: await loadMarkdownParser() });
for (const _ of host.load());
const { wiki } = host;
const pages = [...wiki.pages.values()];
console.log(`${pages.length} pages`);

/** A number generator that asks the same questions every time. */
let seed = 20260101;
const random = below => {
  seed = (seed * 48271) % 2147483647;
  return seed % below;
};

/** Milliseconds that this thread has worked. */
function worked() {
  if (!process.threadCpuUsage) return performance.now();
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

function report(name, times, more = '') {
  const sorted = times.toSorted((a, b) => a - b);
  const at = share => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(2);
  console.log(`${name}: median ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms${more}`);
}

/** Asks at the end of each page in turn with `typed` behind its text, and again with one letter more. */
function ask(name, typedFor) {
  const times = [];
  let most = 0;
  let bytes = 0;
  for (let round = 0; round < 300; round++) {
    const { path } = pages[random(pages.length)];
    const text = wiki.sources.textOf(path);
    const typed = typedFor(pages[random(pages.length)].title);
    host.setOpen(path, `${text}\n\n${typed}`);
    const start = worked();
    const { items } = completionsAt(wiki, path, text.length + 2 + typed.length, { asker: 'other' });
    times.push(worked() - start);
    most = Math.max(most, items.length);
    bytes = Math.max(bytes, JSON.stringify(items).length);
    host.setClosed(path);
  }
  report(name, times.slice(10), `; at most ${most} items, ${Math.round(bytes / 1024)} KB`);
}

ask('[', () => '[');
ask('[ab', title => `[${title.slice(0, 2)}`);
ask('[title', title => `[${title}`);
ask('](../', () => '[x](../');
ask('](../path', () => {
  const { path } = pages[random(pages.length)];
  return `[x](../${path.slice(path.indexOf('/') + 1, -3)}`;
});
ask('[text](ab', title => `[x](${title.slice(0, 2).trim()}`);
ask('[text][ab', title => `[x][${title.slice(0, 2)}`);

for (const [name, lens] of Object.entries({ backlinks: backlinksLens, listings: listingsLens })) {
  const times = [];
  for (let round = 0; round < 300; round++) {
    const path = pages[random(pages.length)].path;
    host.setOpen(path, `${wiki.sources.textOf(path)}\n`);
    const page = wiki.pages.get(path);
    const start = worked();
    for (const { subject } of lens.placesIn(wiki, page)) lens.titleOf(wiki, page, subject);
    times.push(worked() - start);
    host.setClosed(path);
  }
  report(`lens ${name}`, times.slice(10));
}
