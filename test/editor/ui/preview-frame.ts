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
