/**
 * Builds `dist/`: the extension, the language server and the command line as CommonJS for Node 20 and later, and
 * beside them both of satteri's binaries. `--watch` keeps building, with names and source maps left in.
 */
const { copyFile, mkdir, readdir, readFile, rm, writeFile } = require('node:fs/promises');
const { join, relative } = require('node:path');
const esbuild = require('esbuild');

const watch = process.argv.includes('--watch');
const dist = join(__dirname, 'dist');
const NOTICES = 'third-party-notices.txt';

/** Satteri's own loader looks for its package; in the bundle it takes the file that `host/markdown-parser.ts` chose. */
const satteriBinary = {
  name: 'satteri-binary',
  setup(build) {
    build.onResolve({ filter: /^\.\.\/index\.js$/ }, ({ importer, path }) =>
      /[\\/]satteri[\\/]dist[\\/]binding\.js$/.test(importer)
        ? { path, namespace: 'satteri-binary' }
        : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'satteri-binary' }, () => ({
      contents: 'module.exports = require(process.env.NAPI_RS_NATIVE_LIBRARY_PATH)',
    }));
  },
};

/** The worker of the WebAssembly build asks for its runtime while it runs; here it gets it into its bundle. */
const workerRuntime = {
  name: 'worker-runtime',
  setup(build) {
    build.onLoad({ filter: /wasi-worker\.mjs$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const contents = source.replace(
        /const (\{[^}]*\}) = require\("@napi-rs\/wasm-runtime"\);/,
        (_, names) => `import ${names} from '@napi-rs/wasm-runtime';`,
      );
      if (contents === source) throw new Error(`${path} no longer asks for its runtime as we know it`);
      return { contents };
    });
  },
};

/** What is imported only when it is needed gets a file of its own, which the others need not read and compile. */
const parts = {
  commands: 'server/src/cli/main.ts',
  server: 'server/src/lsp/main.ts',
  'page-reader': 'server/src/host/page-reader.ts',
  remark: 'server/src/markdown/remark-parser.ts',
  readers: 'server/src/features/paste/readers.ts',
  parquet: 'server/src/host/parquet-thread.ts',
  views: 'client/src/views/views.ts',
  client: 'client/src/language-client.ts',
};

const partsApart = {
  name: 'parts-apart',
  setup(build) {
    build.onResolve({ filter: /\.ts$/ }, ({ kind, path, resolveDir }) => {
      if (kind !== 'dynamic-import') return undefined;
      const file = relative(__dirname, join(resolveDir, path)).replaceAll('\\', '/');
      const part = Object.keys(parts).find(name => parts[name] === file);
      return part && { path: `./${part}.js`, external: true };
    });
  },
};

const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  // Some packages have a `main` that asks for its parts in a way that no bundler follows.
  mainFields: ['module', 'main'],
  outdir: dist,
  minify: !watch,
  sourcemap: watch,
  // Their licences stand in a file of their own.
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
};

const commonJs = {
  ...common,
  format: 'cjs',
  define: { 'import.meta.url': 'importMetaUrl' },
  banner: { js: "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
  // `import()` becomes a `require` that is done later.
  supported: { 'dynamic-import': false },
  plugins: [satteriBinary, partsApart],
};

/** Where the running Node can keep what it has compiled, the command line starts in half the time. */
const keepCompiled = "require('node:module').enableCompileCache?.();";

const bundles = wasmPackage => [
  { ...commonJs, entryPoints: { extension: 'client/src/extension.ts' }, external: ['vscode'] },
  { ...commonJs, entryPoints: { cli: 'server/src/main.ts' }, banner: { js: keepCompiled } },
  { ...commonJs, entryPoints: parts, external: ['vscode'] },
  { ...common, format: 'cjs', entryPoints: { 'satteri-wasm': join(wasmPackage, 'satteri_napi.wasi.cjs') } },
  {
    ...common,
    format: 'esm',
    entryPoints: { 'wasi-worker': join(wasmPackage, 'wasi-worker.mjs') },
    outExtension: { '.js': '.mjs' },
    plugins: [workerRuntime],
  },
];

async function build() {
  const satteri = await import('./scripts/lib/satteri.mjs');
  const { WASM_FILE } = satteri;
  const folder = await satteri.wasmPackage();
  const target = satteri.targetOfThisMachine();
  await mkdir(dist, { recursive: true });
  const old = new Set(await readdir(dist));
  satteri.placeBinary(target && (await satteri.binaryFor(target)), dist);
  await copyFile(join(folder, WASM_FILE), join(dist, WASM_FILE));
  const inputs = [];
  const building = bundles(folder).map(async options => {
    if (watch) await (await esbuild.context(options)).watch();
    else inputs.push(...Object.keys((await esbuild.build(options)).metafile.inputs));
    for (const name of Object.keys(options.entryPoints))
      old.delete(`${name}${options.outExtension?.['.js'] ?? '.js'}`);
  });
  // One that fails must not keep the others from being built.
  const failed = (await Promise.allSettled(building)).find(({ status }) => status === 'rejected');
  if (failed) throw failed.reason;
  if (!watch) {
    const { noticesOf } = await import('./scripts/lib/notices.mjs');
    await writeFile(join(dist, NOTICES), await noticesOf(__dirname, inputs, [relative(__dirname, folder)]));
  }
  for (const name of ['satteri.node', 'satteri.json', WASM_FILE, NOTICES]) old.delete(name);
  if (!watch) for (const name of old) await rm(join(dist, name), { recursive: true });
}

build().catch(error => {
  // esbuild has said what is wrong in the source.
  if (!error.errors) console.error(error.name === 'Trouble' ? error.message : error);
  process.exitCode = 1;
});
