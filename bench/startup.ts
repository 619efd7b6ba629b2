/**
 * `node bench/startup.ts [STARTS]`: what our extension costs the start of a window, beside VS Code's own Markdown support in
 * the same start. Reads *Developer: Startup Performance* of real starts on the example wiki, and prints the medians. To be
 * built before; fails where ours takes more than half of the other's.
 */
import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exampleWiki } from '../scripts/editor/example.ts';
import { cache } from '../scripts/editor/folders.ts';
import { openInBrowser } from '../test/editor/launch/in-browser.ts';
import { driverVsix, ourPackages } from '../test/editor/launch/packages.ts';
import { useEditor } from '../test/editor/ui/editor.ts';
import { until } from '../test/editor/ui/until.ts';
import { command, openPage } from '../test/editor/ui/workbench.ts';

const OURS = 'research-wiki.research-wiki';
const BUILT_IN = 'vscode.markdown-language-features';

/** Milliseconds. */
interface Activation {
  readonly load: number;
  readonly call: number;
}

const starts = Number(process.argv[2] ?? 5);
const packages = [(await ourPackages()).platform, await driverVsix()];

async function oneStart(): Promise<readonly [Activation, Activation]> {
  const temporary = mkdtempSync(join(realpathSync(tmpdir()), 'research-wiki-bench-'));
  const wiki = join(temporary, 'wiki');
  cpSync(exampleWiki(), wiki, { recursive: true });
  try {
    const editor = await openInBrowser({ packages, folder: join(cache, 'editor/bench'), wiki });
    useEditor(editor);
    try {
      await openPage('index.md');
      await until(async () => {
        const active = await editor.driver.evaluate(
          (vscode, ids) => ids.every(id => vscode.extensions.getExtension(id)?.isActive),
          [OURS, BUILT_IN],
        );
        if (!active) throw new Error('both extensions are to be active');
      });
      await command('perfview.show');
      return await until(async () => {
        const text = await editor.driver.evaluate(
          vscode => vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'perf')?.getText() ?? '',
          undefined,
        );
        return [activationOf(text, OURS), activationOf(text, BUILT_IN)] as const;
      });
    } finally {
      await editor.close();
    }
  } finally {
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The row of an extension: its id, whether it starts eagerly, then times. */
function activationOf(text: string, id: string): Activation {
  const row = text.split('\n').find(line => line.startsWith(`| ${id} `));
  const cells = row?.split('|').map(cell => cell.trim());
  if (!cells) throw new Error(`${id} is not in the table`);
  return { load: Number(cells[3]), call: Number(cells[4]) };
}

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
};

const ours: number[] = [];
const builtIn: number[] = [];
for (let start = 1; start <= starts; start++) {
  const [own, other] = await oneStart();
  ours.push(own.load + own.call);
  builtIn.push(other.load + other.call);
  console.log(
    `start ${start}: ours ${own.load} + ${own.call} ms, VS Code's Markdown ${other.load} + ${other.call} ms`,
  );
}
const [a, b] = [median(ours), median(builtIn)];
console.log(`median: ours ${a} ms, VS Code's Markdown ${b} ms (${Math.round((100 * a) / b)} %)`);
if (a > b / 2) {
  console.error('ours is to be at most half of the other');
  process.exitCode = 1;
}
