import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Frame } from 'playwright-core';

interface Axe {
  run(context: string, options: RunOptions): Promise<AxeResults>;
}

const source = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe has to say against a part of a frame: one line a rule, with the elements that break it. */
export async function axeViolations(frame: Frame, selector: string): Promise<readonly string[]> {
  // Not by a script element, which the preview's content security policy would block.
  await frame.evaluate(await source);
  // The theme's background is that of the window around the preview, which axe does not see.
  await frame.evaluate("document.documentElement.style.background = 'var(--vscode-editor-background)'");
  const { violations } = await frame.evaluate(
    within =>
      (globalThis as unknown as { axe: Axe }).axe.run(within, {
        // The page as a whole is VS Code's.
        rules: { region: { enabled: false }, 'landmark-one-main': { enabled: false } },
      }),
    selector,
  );
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('\n')}`,
  );
}
