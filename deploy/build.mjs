// Compiles apps, libs, deploy and bench into dist/, one plain file per source file, so that a stack trace
// reads like the source, and bundles the verifier. Types are checked by `npm run typecheck`, not here.
import { transformFile } from '@swc/core';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { basename, dirname, extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildVerifier } from './build-verifier.mjs';

const ROOTS = ['apps', 'libs', 'deploy', 'bench'];
const ASSETS = new Set(['.json', '.sql']);
/** The console is built by its own bundler. */
const SKIPPED_FOLDERS = new Set(['node_modules', 'console', 'test']);
const NOT_COMPILED = /\.(?:d|spec|[a-z0-9]+-spec)\.ts$/;

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const swc = JSON.parse(await readFile(join(root, '.swcrc'), 'utf8'));
delete swc.$schema;
// Aliases become relative paths, so that dist/ runs with Node alone.
const aliases = {
  '@liuhen/kernel/testing': ['libs/kernel/src/testing.ts'],
  '@liuhen/event-store/testing': ['libs/event-store/src/testing/index.ts'],
  '@liuhen/supervision/vocabulary': ['libs/supervision/src/vocabulary.ts'],
  '@liuhen/*': ['libs/*/src/index.ts'],
};
Object.assign(swc.jsc, { baseUrl: root, paths: aliases });

const startedAt = performance.now();
const files = (await Promise.all(ROOTS.map((folder) => filesUnder(join(root, folder))))).flat();
const sources = files.filter((file) => file.endsWith('.ts') && !NOT_COMPILED.test(file));
const assets = files.filter(
  (file) =>
    ASSETS.has(extname(file)) &&
    !/(?:^|\/)(?:tsconfig|package)\b/.test(file) &&
    !file.startsWith(join(root, 'bench', sep)),
);

const written = new Set();
await inParallel([
  ...sources.map((file) => () => compile(file)),
  ...assets.map((file) => () => copy(file)),
  writeVerifier,
]);
await removeStale();
const took = Math.round(performance.now() - startedAt);
console.log(`dist: ${sources.length} modules, ${assets.length} assets, ${took} ms`);

async function compile(file) {
  const source = relative(root, file);
  const output = target(source.replace(/\.ts$/, '.js'));
  const { code, map } = await transformFile(file, {
    ...swc,
    swcrc: false,
    configFile: false,
    sourceFileName: relative(dirname(output), file),
  });
  await write(target(`${source.replace(/\.ts$/, '.js')}.map`), map);
  await write(output, `${code}\n//# sourceMappingURL=${basename(output)}.map\n`);
}

async function writeVerifier() {
  for (const [name, content] of await buildVerifier(root)) await write(join(dist, 'verifier', name), content);
}

async function copy(file) {
  await write(target(relative(root, file)), await readFile(file, 'utf8'));
}

/** A file that is as it should be stays untouched, so that building again disturbs nothing that runs from dist/. */
async function write(output, content) {
  const present = await readFile(output, 'utf8').catch(() => undefined);
  if (present === content) return;
  await mkdir(dirname(output), { recursive: true });
  await writeFile(output, content);
}

function target(path) {
  const output = join(dist, path);
  written.add(output);
  return output;
}

async function removeStale() {
  const present = (await Promise.all(ROOTS.map((folder) => filesUnder(join(dist, folder))))).flat();
  await Promise.all(present.filter((file) => !written.has(file)).map((file) => rm(file)));
}

async function filesUnder(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch((error) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(
      (file) =>
        !relative(folder, file)
          .split(sep)
          .some((part) => SKIPPED_FOLDERS.has(part)),
    );
}

async function inParallel(tasks) {
  const queue = tasks.values();
  const workers = Array.from({ length: availableParallelism() * 4 }, async () => {
    for (const task of queue) await task();
  });
  await Promise.all(workers);
}
