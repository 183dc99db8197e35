#!/usr/bin/env node
'use strict';
// Plain old JavaScript: it has to run, and explain itself, where the rest cannot.
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const FAULT = 1;
const root = join(__dirname, '..', '..', '..');
const program = join(root, 'dist', 'apps', 'cli', 'src', 'main.js');
const required = require(join(root, 'package.json')).engines.node.replace('>=', '');

function isOlder(version, than) {
  const difference = version
    .split('.')
    .map((part, place) => Number(part) - Number(than.split('.')[place] || 0))
    .find((step) => step !== 0);
  return difference < 0;
}

function stop(message) {
  process.stderr.write(`${message}\n`);
  process.exit(FAULT);
}

if (isOlder(process.versions.node, required))
  stop(`留痕需要 Node.js ${required} 或更高版本，当前为 ${process.versions.node}。`);
if (!existsSync(program)) stop('程序尚未编译。请在项目目录中先运行：npm ci && npm run build');

require(program).run();
