// `node --require` of this runs the project's TypeScript as it is, for tests that need a process of its own.
const { transformFileSync } = require('@swc/core');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..', '..');
const json = (name) => JSON.parse(readFileSync(join(root, name), 'utf8'));
const swc = json('.swcrc');
delete swc.$schema;
Object.assign(swc.jsc, { baseUrl: root, paths: json('tsconfig.json').compilerOptions.paths });

require.extensions['.ts'] = (module, path) => {
  const { code } = transformFileSync(path, { ...swc, swcrc: false, configFile: false, sourceMaps: 'inline' });
  module._compile(code, path);
};
