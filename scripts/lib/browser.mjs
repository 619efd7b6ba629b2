import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cache, editor } from './folders.mjs';
import { developmentNode } from './node.mjs';
import { outerEnvironment, run, Trouble } from './run.mjs';

const note = join(cache, 'browser.json');

/** The browser that an earlier set-up settled on, `{ name, executable, env }`, or undefined. */
export function browserInUse() {
  try {
    const browser = JSON.parse(readFileSync(note, 'utf8'));
    return existsSync(browser.executable) ? browser : undefined;
  } catch {
    return undefined;
  }
}

/** Settles on the first that runs: one that is installed, one out of an npm package, one that Playwright fetches. */
export async function provideBrowser() {
  for (const candidate of [installed, packaged, fetched]) {
    const browser = await candidate().catch(() => undefined);
    if (!browser) continue;
    mkdirSync(cache, { recursive: true });
    writeFileSync(note, `${JSON.stringify(browser, null, 2)}\n`);
    return;
  }
  throw new Trouble(
    'no browser could be had for the tests in the editor: install Chrome, Chromium or Edge and try again',
  );
}

async function installed() {
  for (const executable of usualPlaces()) {
    if (!existsSync(executable)) continue;
    const browser = { name: 'installed', executable, env: {} };
    if (await runs(browser)) return browser;
  }
  return undefined;
}

function usualPlaces() {
  const own = process.env.CHROME_PATH ? [process.env.CHROME_PATH] : [];
  if (process.platform === 'darwin') {
    return [
      ...own,
      ...['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
        name => `/Applications/${name}.app/Contents/MacOS/${name}`,
      ),
    ];
  }
  if (process.platform === 'win32') {
    const tops = [
      process.env.ProgramFiles,
      process.env['ProgramFiles(x86)'],
      process.env.LOCALAPPDATA,
    ].filter(Boolean);
    return [
      ...own,
      ...tops.flatMap(top => [
        `${top}\\Google\\Chrome\\Application\\chrome.exe`,
        `${top}\\Microsoft\\Edge\\Application\\msedge.exe`,
      ]),
    ];
  }
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'];
  return [
    ...own,
    ...(outerEnvironment().PATH ?? '')
      .split(delimiter)
      .flatMap(folder => names.map(name => join(folder, name))),
  ];
}

/** The npm package holds a headless Chromium for Linux, packed, with the libraries that a bare machine lacks. */
async function packaged() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const entry = createRequire(join(editor, 'package.json')).resolve('@sparticuz/chromium');
  const { version } = JSON.parse(readFileSync(join(entry, '../../package.json'), 'utf8'));
  const folder = join(cache, `chromium-${version}`);
  if (!existsSync(folder)) {
    const half = `${folder}.part`;
    rmSync(half, { recursive: true, force: true });
    mkdirSync(half, { recursive: true });
    const archives = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'].map(name =>
      join(entry, '../../bin', name),
    );
    const unpack = `import { inflate } from ${JSON.stringify(pathToFileURL(entry).href)};
      for (const archive of ${JSON.stringify(archives)}) await inflate(archive);`;
    // It unpacks into the folder for temporary files, whatever is there already.
    await run(developmentNode, ['--input-type=module', '-e', unpack], {
      env: { ...outerEnvironment(), TMPDIR: half },
    });
    renameSync(half, folder);
  }
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') };
  const browser = {
    name: `@sparticuz/chromium ${version}`,
    executable: join(folder, 'chromium'),
    env: fonts,
  };
  if (await runs(browser)) return browser;
  const withLibraries = { ...browser, env: { ...fonts, LD_LIBRARY_PATH: join(folder, 'al2023/lib') } };
  return (await runs(withLibraries)) ? withLibraries : undefined;
}

async function fetched() {
  const playwright = join(editor, 'node_modules/playwright-core');
  const browsers = join(cache, 'playwright');
  const env = { ...outerEnvironment(), PLAYWRIGHT_BROWSERS_PATH: browsers };
  await run(developmentNode, [join(playwright, 'cli.js'), 'install', '--no-shell', 'chromium'], { env });
  const ask = `console.log(require(${JSON.stringify(playwright)}).chromium.executablePath())`;
  const executable = (await run(developmentNode, ['-e', ask], { env })).trim();
  const browser = { name: 'fetched by Playwright', executable, env: {} };
  return (await runs(browser)) ? browser : undefined;
}

async function runs({ executable, env }) {
  // Chrome on Windows opens a window when it is asked for its version.
  if (process.platform === 'win32') return true;
  return run(executable, ['--version'], { env: { ...outerEnvironment(), ...env } }).then(
    () => true,
    () => false,
  );
}
