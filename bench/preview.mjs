/*
 * What our part of VS Code's preview costs on a page of about 20 KB: the server's data for it, and what the plugin adds to
 * rendering it. `node bench/preview.mjs WIKI` takes the wiki's longest finding and repeats what stands in it.
 */
import { resolve } from 'node:path';
import MarkdownIt from 'markdown-it';
import { wikiMarkdownIt } from '../client/src/preview/wiki-markdown-it.ts';
import { previewOf } from '../server/src/features/preview/preview-of.ts';
import { loadMarkdownParser } from '../server/src/host/markdown-parser.ts';
import { WikiHost } from '../server/src/host/wiki-host.ts';
import { toPreviewData } from '../server/src/lsp/handlers/preview.ts';

const SIZE = 20_000;
const ROUNDS = 50;
const IN_A_ROW = 20;

const host = new WikiHost(resolve(process.argv[2] ?? 'examples/model-honesty'), {
  parser: await loadMarkdownParser(),
});
for (const _ of host.load());
const { wiki } = host;
const textOf = page => wiki.sources.textOf(page.path) ?? '';
const [page] = [...wiki.pages.values()]
  .filter(({ typeName }) => typeName === 'finding')
  .sort((a, b) => textOf(b).length - textOf(a).length);
const whole = textOf(page);
const fields = whole.slice(0, page.facts.frontMatter?.span.end ?? 0);
let text = fields;
while (text.length < SIZE) text += whole.slice(fields.length);
host.setOpen(page.path, text);

/** Milliseconds that this thread has worked. */
function worked() {
  if (!process.threadCpuUsage) return performance.now();
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Several times in a row, since the thread's clock goes by ticks. */
function measure(name, work) {
  const times = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = worked();
    for (let time = 0; time < IN_A_ROW; time++) work();
    times.push((worked() - start) / IN_A_ROW);
  }
  const sorted = times.slice(ROUNDS / 10).sort((a, b) => a - b);
  const at = share => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  console.log(`${name}: median ${at(0.5).toFixed(2)} ms, p95 ${at(0.95).toFixed(2)} ms`);
  return at(0.5);
}

const answer = () => toPreviewData({ host }, previewOf(wiki, page.path));
const data = answer();
const count = `${data.marks.length} marks, ${data.tables.length} tables, ${data.backlinks.pages.length} backlinks`;
console.log(
  `${page.path}: ${text.length} characters, ${count}, ${JSON.stringify(data).length} characters of data`,
);

const words = word => () => word;
const plain = new MarkdownIt({ html: true, linkify: true });
const ours = new MarkdownIt({ html: true, linkify: true }).use(
  wikiMarkdownIt({
    pageFor: () => ({ data, found: new Set() }),
    marks: () => 'all',
    frontMatterStyle: () => 'table',
    text: {
      ...plainWords(),
      linkedFrom: words('x'),
      andMore: words('x'),
      rowsShown: words('x'),
      columnsShown: words('x'),
    },
  }),
);

function plainWords() {
  const names = ['label', 'date', 'lenses', 'contradicted', 'brokenLink', 'quoted', 'quotedOtherwise'];
  return Object.fromEntries(names.map(name => [name, name]));
}

const env = () => ({ currentDocument: 'page' });
const added = ours.render(text, env()).length - plain.render(text, env()).length;
const without = measure('rendered without us', () => plain.render(text, env()));
const within = measure('rendered with us', () => ours.render(text, env()));
console.log(`the plugin adds ${(within - without).toFixed(2)} ms and ${Math.round(added / 1024)} KB of HTML`);
measure('the data for it, of numbers that were checked', answer);
