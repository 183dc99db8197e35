// Builds what third parties verify with: dist/verifier/verify.mjs, one file for Node, and dist/verifier/verify.html, one
// page for a browser without a network. Readable, and the same to the byte from the same sources, so that its digest
// can be published.
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const SHARED = {
  bundle: true,
  write: false,
  metafile: true,
  charset: 'utf8',
  legalComments: 'eof',
  logLevel: 'warning',
};

/** @returns the files by their names */
export async function buildVerifier(root) {
  const [program, page] = await Promise.all([buildProgram(root), buildPage(root)]);
  return new Map([
    ['verify.mjs', program],
    ['verify.html', page],
  ]);
}

const buildProgram = (root) =>
  bundled({
    ...SHARED,
    absWorkingDir: root,
    entryPoints: ['apps/verifier/src/main.ts'],
    platform: 'node',
    format: 'esm',
    target: 'node20',
    mainFields: ['module', 'main'],
    banner: { js: '#!/usr/bin/env node' },
    plugins: [withoutSideEffects, linksWithOlderNode],
  });

async function buildPage(root) {
  const source = (name) => readFile(join(root, 'apps/verifier/src/page', name), 'utf8');
  const [html, style, script] = await Promise.all([
    source('verify.html'),
    source('verify.css'),
    bundled({
      ...SHARED,
      absWorkingDir: root,
      entryPoints: ['apps/verifier/src/page/main.ts'],
      platform: 'browser',
      format: 'iife',
      target: 'es2022',
      plugins: [withoutSideEffects, withoutNode],
    }),
  ]);
  if (/<\/script|<!--/i.test(script)) throw new Error('the script would end before its end');
  const policy = [
    "default-src 'none'",
    `script-src '${integrityOf(script)}'`,
    `style-src '${integrityOf(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return [
    ['content=""', `content="${policy}"`],
    ['<style></style>', `<style>${style}</style>`],
    ['<script></script>', `<script>${script}</script>`],
  ].reduce(withPart, html);
}

function withPart(html, [place, part]) {
  if (html.split(place).length !== 2) throw new Error(`verify.html has to have one ${place}`);
  return html.replace(place, () => part);
}

async function bundled(options) {
  const { outputFiles, metafile } = await build(options);
  const [output] = Object.values(metafile.outputs);
  const missing = output.imports.filter(({ path }) => !isExpected(path, options.platform));
  if (missing.length > 0) throw new Error(`not in the bundle: ${missing.map(({ path }) => path).join(', ')}`);
  return outputFiles[0].text;
}

/** For random numbers, which verifying does not need, sm-crypto-v2 would turn to `crypto` where there is nothing else. */
const isExpected = (path, platform) => path === 'crypto' || (platform === 'node' && path.startsWith('node:'));

const integrityOf = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** Our own files do nothing when they are loaded, so that what is not used is left out. */
const withoutSideEffects = {
  name: 'without-side-effects',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^(?:\.|@liuhen\/)/ }, async ({ path, pluginData, ...from }) => {
      if (pluginData === OWN || /[/\\]node_modules[/\\]/.test(from.importer)) return undefined;
      const found = await resolve(path, { ...from, pluginData: OWN });
      return { ...found, sideEffects: false };
    });
  },
};
const OWN = Symbol('resolved by us');

/** What Node alone has is imported by what the page does not use, and leaves with it. */
const withoutNode = {
  name: 'without-node',
  setup({ onResolve }) {
    onResolve({ filter: /^node:/ }, ({ path }) => ({ path, external: true, sideEffects: false }));
  },
};

/** A Node that lacks a function says so in words rather than by an exit code that means something else. */
const linksWithOlderNode = {
  name: 'links-with-older-node',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:crypto$/ }, ({ namespace }) =>
      namespace === 'older-node'
        ? { path: 'node:crypto', external: true }
        : { path: 'node:crypto', namespace: 'older-node' },
    );
    onLoad({ filter: /.*/, namespace: 'older-node' }, () => ({
      contents: `import crypto from 'node:crypto';
export const { createPrivateKey, createPublicKey, hash, randomBytes, sign, verify } = crypto;`,
    }));
  },
};
