import { resolve } from 'node:path';
import { command } from '../command';
import { CommandFailure } from '../exit-codes';
import { configOf } from '../local/config';
import { withDatabase } from '../local/database';

export const ledger = command({
  name: 'ledger',
  summary: '账本：输出核验策略（policy），或者按公开的布局导出日志（export）',
  positionals: ['动作'],
  options: { output: { type: 'string', short: 'o', value: '目录', about: 'export：写入何处' } },
  notes: [
    'policy 输出核验者所用的策略：各日志和联署人的公钥、须有谁联署、哪些项目必须通过。',
    '须以核验者信任的途径交给核验者，不能与证据包一同送达。',
    'export 把各日志分别写入目录下以其名称命名的子目录（C2SP tlog-tiles：checkpoint、tile/…、tile/entries/…），',
    '他人的工具也能校验；条目是事件头，不含内容。可经单向网闸送上级法院核查后联署。',
  ],
  exits: ['unreachable', 'notFound', 'inUse'],

  async run({ options, positionals: [action] }, terminal) {
    const config = configOf(terminal.environment);
    if (action === 'policy') {
      const { verifierPolicy } = await import('../local/ledger.js');
      terminal.out((await verifierPolicy(config)).trimEnd());
      return 'ok';
    }
    if (action !== 'export') throw new CommandFailure('usage', '动作须为 policy 或者 export');
    if (options.output === undefined) throw new CommandFailure('usage', '请用 -o 说明导出到哪个目录');
    const directory = resolve(options.output);
    const { exportLogs } = await import('../local/export-logs.js');
    await withDatabase(config, terminal.err, (database) => exportLogs(config, database, directory, terminal));
    return 'ok';
  },
});
