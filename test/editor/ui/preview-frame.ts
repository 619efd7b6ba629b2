import { setTimeout as wait } from 'node:timers/promises';
import type { Frame } from 'playwright-core';
import { editor } from './editor.ts';
import { until } from './until.ts';

/** The frame of VS Code's Markdown preview that holds an element which fits `selector`. It lies three levels deep. */
export function previewFrameWith(selector: string): Promise<Frame> {
  return until(async () => {
    for (const frame of editor().page.frames()) {
      if (
        (await frame
          .locator(selector)
          .count()
          .catch(() => 0)) > 0
      )
        return frame;
    }
    throw new Error(`no preview shows ${selector}`);
  });
}

/** In milliseconds. The server may have more to say of a page that was just written, and each time the preview is loaded anew. */
const REST = 1500;

/**
 * Waits until the preview has not been loaded anew for a while. VS Code loses what it is sent while it loads on a busy machine,
 * and shows the text as it was until the next key.
 */
export function previewAtRest(selector: string): Promise<void> {
  return until(async () => {
    const mark = { atRest: true };
    await (await previewFrameWith(selector)).evaluate(given => Object.assign(globalThis, given), mark);
    await wait(REST);
    const isSame = await (await previewFrameWith(selector)).evaluate(() => 'atRest' in globalThis);
    if (!isSame) throw new Error('the preview was loaded anew');
  });
}
