import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where one VS Code keeps its settings and extensions. */
export interface Profile {
  readonly userData: string;
  readonly extensions: string;
}

const QUIET = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'chat.disableAIFeatures': true,
  'remote.autoForwardPorts': false,
  'files.autoSave': 'off',
};

/** A profile in `folder` that shows the wiki and nothing else. Settings that are there already are kept. */
export function profileIn(folder: string, settings: Readonly<Record<string, unknown>> = {}): Profile {
  const profile = { userData: join(folder, 'data'), extensions: join(folder, 'extensions') };
  const file = join(profile.userData, 'User/settings.json');
  mkdirSync(profile.extensions, { recursive: true });
  mkdirSync(join(profile.userData, 'User'), { recursive: true });
  if (!existsSync(file)) writeFileSync(file, `${JSON.stringify({ ...QUIET, ...settings }, null, 2)}\n`);
  return profile;
}

/** The options by which both `code` and `code-server` are told. */
export const profileOptions = ({ userData, extensions }: Profile): string[] => [
  '--user-data-dir',
  userData,
  '--extensions-dir',
  extensions,
];
