import { THEMES, useTheme } from '../story/themes.ts';
import { editor } from '../ui/editor.ts';
import { openPreview } from '../ui/preview-page.ts';
import { suggestWidget } from '../ui/suggest-widget.ts';
import { closeAll, command, goTo, setSetting } from '../ui/workbench.ts';
import { takePicture } from './picture.ts';

/** The still pictures of the README, of the example wiki. */
export async function readmePictures(): Promise<void> {
  const { page } = editor();
  await page.setViewportSize({ width: 1100, height: 640 });
  await useTheme(THEMES[0]!);
  await setSetting('editor.minimap.enabled', false);
  await command('workbench.action.closeSidebar');
  const frame = await openPreview('findings/2024-mistakes-on-purpose.md', '.research-wiki-contradicted');
  await frame.locator('.research-wiki-contradicted').first().hover();
  await frame.locator('.research-wiki-note').first().waitFor();
  await takePicture('preview');
  await closeAll();
  await goTo('findings/2025-narrow-data.md', '## Method');
  await page.keyboard.type('\n\n');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.type('It rises to [34.46](../data/deceptionbench.csv#sev');
  await suggestWidget.opened();
  await page.waitForTimeout(500);
  await takePicture('completion');
  await suggestWidget.close();
  await closeAll();
}
