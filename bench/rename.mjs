#!/usr/bin/env node
// How long the edits take by which a wiki follows a page that gets another name, reading of files aside.
//
//   node bench/rename.mjs [--pages 10000] [--backlinks 1000] [--rounds 20]
//
// Makes its own wiki in memory: pages of a few hundred words, each with links to ten others, and a hub that many link to.

import { parseArgs } from 'node:util';
import { readPage } from '../server/src/markdown/read-page.ts';
import { satteriParser } from '../server/src/markdown/satteri-parser.ts';
import { moveEdits } from '../server/src/wiki/moves/move-edits.ts';
import { parseSchema } from '../server/src/wiki/schema/parse-schema.ts';
import { Wiki } from '../server/src/wiki/wiki.ts';

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '10000' },
    backlinks: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '20' },
  },
});
const pages = Number(values.pages);
const backlinks = Number(values.backlinks);
const rounds = Number(values.rounds);

const HUB = 'concepts/hub.md';
const parser = satteriParser('native');
const texts = new Map([
  [HUB, '---\ntype: concept\ntitle: Hub\n---\n\n# Hub\n\n## Part\n\n[First](../findings/page-0.md)\n'],
]);
for (let page = 0; page < pages - 1; page++) {
  const prose =
    'The probe tracks the readout in held-out prompts, and the baseline stays where it was. '.repeat(20);
  const links = Array.from(
    { length: 10 },
    (_, at) => `- [Page](page-${(page * 7 + at * 131) % (pages - 1)}.md#part)`,
  );
  if (page < backlinks) links.push('- [Hub](../concepts/hub.md#part), as concepts/hub says');
  texts.set(
    `findings/page-${page}.md`,
    `---\ntype: finding\ntitle: Page ${page}\n---\n\n# Page ${page}\n\n${prose}\n\n## Part\n\n${links.join('\n')}\n`,
  );
}

const { schema } = parseSchema(undefined, { ruleIds: [] });
const wiki = new Wiki(schema, {
  textOf: path => texts.get(path),
  contentOf: () => undefined,
  tableAt: () => undefined,
  exists: () => false,
  today: () => '2024-06-01',
  renamedTo: () => undefined,
});
for (const [path, text] of texts) {
  wiki.addFile(path);
  wiki.insert(path, readPage(parser, text));
}

const rename = [{ from: HUB, to: 'concepts/centre of it all.md' }];
const folder = [{ from: 'concepts', to: 'ideas' }];
for (const [what, moves] of [
  ['page', rename],
  ['folder', folder],
]) {
  const times = [];
  let edits = 0;
  const before = process.cpuUsage();
  for (let round = 0; round < rounds; round++) {
    // Whatever is kept of an answer is gone after an edit anywhere.
    wiki.version++;
    const start = performance.now();
    const found = moveEdits(wiki, moves);
    times.push(performance.now() - start);
    edits = [...found.edits.values()].flat().length;
  }
  // On a machine that does other things too, the time that this process was given tells more.
  const { user, system } = process.cpuUsage(before);
  const first = times[0];
  times.sort((a, b) => a - b);
  const at = share => times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(1);
  console.log(
    `${what}: ${edits} edits in a wiki of ${wiki.pages.size} pages; first ${first.toFixed(1)} ms, median ${at(0.5)} ms, 95 % ${at(0.95)} ms, CPU ${((user + system) / 1000 / rounds).toFixed(1)} ms a round`,
  );
}
