import type { Files } from './planted-tree';

/** Nothing here may be found fault with. */
export const LAWFUL: Files = {
  'libs/kernel/src/index.ts':
    "export type Command = { readonly type: 'open' } | { readonly type: 'close' };\n",
  'libs/kernel/src/hash.ts':
    "import { createHash } from 'node:crypto';\nexport const hash = (text: string): string => createHash('sha256').update(text).digest('hex');\n",
  'libs/talk/src/talk.decider.ts':
    'export const dueOn = (from: string): string => new Date(Date.parse(from) + 1000).toISOString();\n',
  'libs/talk/src/clock.ts': 'export const now = (): number => Date.now();\n',
  // What Nest injects is known at run time by the imported class itself.
  'libs/talk/src/talk.service.ts':
    "import { Injectable } from '@nestjs/common';\nimport { ModuleRef } from '@nestjs/core';\n\n@Injectable()\nexport class Talks {\n  constructor(readonly modules: ModuleRef) {}\n}\n",
  'libs/talk/src/talk.module.ts':
    "import { Module } from '@nestjs/common';\n\n@Module({})\nexport class TalkModule {}\n",
  'libs/talk/src/talk.spec.ts': 'console.log(Date.now());\n',
  'apps/cli/src/print.ts': 'console.log(1);\n',
};

interface Planted {
  readonly file: string;
  readonly rule: string;
  readonly content: string;
}

const planted = (rule: string, files: Files): readonly Planted[] =>
  Object.entries(files).map(([file, content]) => ({ file, rule, content }));

const lines = (count: number): string =>
  Array.from({ length: count }, (_, n) => `export const a${String(n)} = 1;\n`).join('');

const NO_CLOCK: Files = {
  'libs/talk/src/now.decider.ts': 'export const at = Date.now();\n',
  'libs/talk/src/date.events.ts': 'export const at = new Date();\n',
  'libs/talk/src/text.sentences.ts': 'export const at = Date();\n',
  'libs/talk/src/timer.duties.ts': 'export const ticks = performance.now();\n',
  'libs/talk/src/later.decider.ts': 'setTimeout(() => 1, 1);\n',
  'libs/talk/src/rules/chance.ts': 'export const chance = Math.random();\n',
  'libs/talk/src/environment.refusals.ts': 'export const mode = process.env.MODE;\n',
  'libs/supervision/src/law/chance.ts': 'export const chance = Math.random();\n',
  'libs/kernel/src/id.ts': "import { randomUUID } from 'node:crypto';\nexport const id = randomUUID();\n",
  'libs/kernel/src/salt.ts':
    "import * as crypto from 'node:crypto';\nexport const salt = crypto.randomBytes(32);\n",
  'libs/kernel/src/global-id.ts': 'export const id = crypto.randomUUID();\n',
};

const NAMED_ONLY: Files = {
  'libs/talk/src/default.ts': 'export default 1;\n',
  'libs/talk/src/renamed.ts': 'const one = 1;\nexport { one as default };\n',
  'libs/talk/src/assigned.ts': 'const one = 1;\nexport = one;\n',
  // The stricter list for pure files takes nothing away.
  'libs/talk/src/default.decider.ts': 'export default 1;\n',
};

const cqrs = (name: string): string =>
  `import { ${name} } from '@nestjs/cqrs';\nexport const kept = ${name};\n`;
const LOST_IN_A_CRASH: Files = {
  'libs/talk/src/aggregate.ts': cqrs('AggregateRoot'),
  'libs/talk/src/publisher.ts': cqrs('EventPublisher'),
  'libs/talk/src/saga.ts': cqrs('Saga'),
  'apps/api/src/saga.ts': "import * as cqrs from '@nestjs/cqrs';\nexport const kept = cqrs.Saga;\n",
};

export const PLANTED: readonly Planted[] = [
  ...planted('no-restricted-syntax', { ...NO_CLOCK, ...NAMED_ONLY }),
  ...planted('no-restricted-imports', LOST_IN_A_CRASH),
  ...planted('no-console', { 'libs/talk/src/print.ts': 'console.log(1);\n' }),
  ...planted('max-lines', {
    'libs/talk/src/long.ts': lines(301),
    'libs/talk/src/long.spec.ts': lines(501),
  }),
  ...planted('@typescript-eslint/no-floating-promises', {
    'libs/talk/src/floating.ts': 'Promise.resolve(1);\n',
  }),
  ...planted('@typescript-eslint/switch-exhaustiveness-check', {
    'libs/talk/src/missing-case.ts':
      "import type { Command } from '@liuhen/kernel';\nexport function decide(command: Command): number {\n  switch (command.type) {\n    case 'open':\n      return 1;\n  }\n  return 0;\n}\n",
  }),
  ...planted('@typescript-eslint/consistent-type-imports', {
    'libs/talk/src/type.ts':
      "import { Command } from '@liuhen/kernel';\nexport type Commands = readonly Command[];\n",
  }),
  ...planted('@typescript-eslint/no-explicit-any', {
    'libs/talk/src/any.ts': 'export const loose: any = 1;\n',
  }),
  ...planted('@typescript-eslint/no-non-null-assertion', {
    'libs/talk/src/non-null.ts': 'export const first = (list: readonly string[]): string => list[0]!;\n',
  }),
];
