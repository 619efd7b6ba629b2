import * as steps from '../story/steps.ts';
import { THEMES, useTheme } from '../story/themes.ts';
import { type Step, walkthrough } from '../story/walkthrough.ts';
import { editor } from '../ui/editor.ts';
import { lightBulb } from '../ui/light-bulb.ts';
import { command, setSetting } from '../ui/workbench.ts';
import { MovingPicture, takePicture } from './picture.ts';

/** The pictures of the walkthrough in each theme, and the moving one of the README, out of one story. */
export async function walkthroughPictures(): Promise<void> {
  const { page } = editor();
  await page.setViewportSize({ width: 900, height: 600 });
  await useTheme(THEMES[0]!);
  await setSetting('editor.minimap.enabled', false);
  await walkthrough.open();
  await steps.makeWiki();
  await pictureOf('open');
  await steps.newFinding();
  await command('workbench.action.closeSidebar');
  await pictureOf('write');
  await steps.pasteCells();
  await steps.takeTable();
  const story = new MovingPicture();
  await story.take(800);
  await steps.quoteWrongly(() => story.take(220));
  await page.waitForTimeout(1000);
  await story.take(1600);
  await pictureOf('table');

  await steps.seeWhy();
  await story.take(3200);
  await steps.openFixes();
  await story.take(1800);
  await pictureOf('fix');
  await steps.fix();
  await page.waitForTimeout(1000);
  await story.take(1500);
  await lightBulb.open();
  await story.take(1500);
  await lightBulb.choose('Bind 34.46');
  await page.waitForTimeout(1000);
  await story.take(2500);
  story.write('story');
  await page.keyboard.press('Control+s');
  // So that the card below the number has its place.
  await page.setViewportSize({ width: 900, height: 720 });
  await steps.preview();
  await pictureOf('preview', steps.restOnNumber);
}

async function pictureOf(step: Step, before: () => Promise<unknown> = async () => {}): Promise<void> {
  for (const theme of THEMES) {
    await useTheme(theme);
    await before();
    await editor().page.waitForTimeout(500);
    await takePicture(`walkthrough/${step}-${theme.name}`);
  }
  await useTheme(THEMES[0]!);
}
