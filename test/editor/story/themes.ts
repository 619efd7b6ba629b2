import assert from 'node:assert/strict';
import { editor } from '../ui/editor.ts';
import { until } from '../ui/until.ts';
import { setSetting } from '../ui/workbench.ts';

export interface Theme {
  readonly name: 'light' | 'dark' | 'high-contrast';
  /** As VS Code's setting has it. */
  readonly id: string;
  /** The class that the workbench bears. */
  readonly kind: string;
}

export const THEMES: readonly Theme[] = [
  { name: 'light', id: 'Default Light Modern', kind: 'vs' },
  { name: 'dark', id: 'Default Dark Modern', kind: 'vs-dark' },
  { name: 'high-contrast', id: 'Default High Contrast', kind: 'hc-black' },
];

export async function useTheme({ id, kind }: Theme): Promise<void> {
  await setSetting('workbench.colorTheme', id);
  await until(async () => {
    const classes = await editor().page.locator('.monaco-workbench').first().getAttribute('class');
    assert.ok(classes?.split(' ').includes(kind), `${id} is shown`);
  });
}
