import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MarkdownParser } from '../markdown/parser.ts';

/** Environment variable that allows one parser only: `native`, `wasm` or `remark`. For tests and for hunting bugs. */
export const PARSER_VARIABLE = 'RESEARCH_WIKI_PARSER';

/** The name by which satteri's own loader, and the one in our bundle, is told which binary to take. */
const BINARY_VARIABLE = 'NAPI_RS_NATIVE_LIBRARY_PATH';

const require = createRequire(import.meta.url);
const here = dirname(fileURLToPath(import.meta.url));

/**
 * The fastest parser that this machine can load: satteri's native build, its WebAssembly build, remark. Never fails;
 * `name` tells which one it is. A native build that is broken can end the process, so this belongs in the server and
 * the command line, never in VS Code's extension host.
 */
export async function loadMarkdownParser(): Promise<MarkdownParser> {
  const only = process.env[PARSER_VARIABLE];
  for (const [name, candidates] of [
    ['native', nativeBinaries],
    ['wasm', wasmBinaries],
  ] as const) {
    if (only && only !== name) continue;
    const binary = firstThatLoads(candidates());
    const parser = binary && (await satteriWith(binary, name));
    if (parser) return parser;
  }
  const { remarkParser } = await import('../markdown/remark-parser.ts');
  return remarkParser();
}

/** Where the native build may be: beside the bundle, or in the package that npm chose for this platform. */
function* nativeBinaries(): Iterable<string> {
  if (isWhole(join(here, 'satteri.node'))) yield join(here, 'satteri.node');
  const platform = `${process.platform}-${process.arch}`;
  for (const suffix of ['', '-gnu', '-musl', '-msvc']) yield `@bruits/satteri-${platform}${suffix}`;
}

/** Where the WebAssembly build may be: beside the bundle, or in the folder that the build takes it from. */
function* wasmBinaries(): Iterable<string> {
  yield join(here, 'satteri-wasm.js');
  yield join(here, '../../../wasm/node_modules/@bruits/satteri-wasm32-wasi');
}

/** Loading a truncated native library is a bus error that nobody can catch, so its size is compared with the build's. */
function isWhole(binary: string): boolean {
  try {
    const { bytes } = JSON.parse(readFileSync(join(dirname(binary), 'satteri.json'), 'utf8')) as {
      bytes: number;
    };
    return statSync(binary).size === bytes;
  } catch {
    return false;
  }
}

function firstThatLoads(candidates: Iterable<string>): string | undefined {
  for (const candidate of candidates) {
    try {
      const file = require.resolve(candidate);
      withoutWasiWarning(() => require(file));
      return file;
    } catch {
      // Not installed, or not for this machine: the next one.
    }
  }
  return undefined;
}

/** Satteri reads its binary while it is imported, and once only. */
async function satteriWith(binary: string, name: 'native' | 'wasm'): Promise<MarkdownParser | undefined> {
  const before = process.env[BINARY_VARIABLE];
  process.env[BINARY_VARIABLE] = binary;
  try {
    const { satteriParser } = await import('../markdown/satteri-parser.ts');
    const parser = satteriParser(name);
    parser.parse('a'); // A binary of another version loads well and then lacks a function.
    return parser;
  } catch {
    return undefined;
  } finally {
    if (before === undefined) delete process.env[BINARY_VARIABLE];
    else process.env[BINARY_VARIABLE] = before;
  }
}

/** Node says on stderr that WASI is experimental, which is nothing to the person who runs a check. */
function withoutWasiWarning(load: () => void): void {
  const { emitWarning } = process;
  process.emitWarning = (warning: string | Error, ...rest: unknown[]) => {
    if (!String(warning).includes('WASI')) Reflect.apply(emitWarning, process, [warning, ...rest]);
  };
  try {
    load();
  } finally {
    process.emitWarning = emitWarning;
  }
}
