import { join, resolve } from 'node:path';
import { command } from '../command';
import { CommandFailure } from '../exit-codes';
import { configOf } from '../local/config';

export const signer = command({
  name: 'signer',
  summary: '签署进程：保管各日志的私钥和上次签署的检查点，只签署与之相接的检查点',
  positionals: ['[init|keys|new-start]'],
  options: {
    dir: {
      type: 'string',
      value: '目录',
      about: '签署目录（默认 LEDGER_DIR 下的 signer），只归一个进程使用',
    },
    listen: {
      type: 'string',
      value: '地址',
      about: 'unix:/路径 或者 主机:端口（默认签署目录中的 signer.sock）',
    },
    secret: { type: 'string', value: '文件', about: '在端口上提供签署时，公证进程须出示的口令' },
    log: { type: 'string', value: '日志', about: 'new-start：哪个日志，例如 business' },
    reason: { type: 'string', value: '理由', about: 'new-start：为何重新起算；将记入日志' },
    by: { type: 'string', value: '姓名', about: 'new-start：由谁申明（默认操作系统的账号）' },
  },
  notes: [
    '不带动作即开始签署，就绪时在标准输出写一行 ready 地址，直到被停止。',
    'init 按 LOG_ORIGIN、LOG_HASH 为各日志生成密钥和状态；已有的不动。',
    'keys 列出各日志的验证公钥，一行一个，可用于核验策略和联署进程的配置文件。',
    'new-start 申明日志重新起算：仅在恢复备份等确需另起时使用，须先停止签署进程。此后以新的名称和新的密钥签署，',
    '申明作为事件记入日志，任何核验者都能看到。状态文件丢失的，应由备份恢复，不能另行起算。',
  ],
  exits: ['inUse', 'damaged', 'notFound'],

  async run({ options, positionals: [action = 'run'] }, terminal) {
    const { dir, listen, secret, log, reason, by } = options;
    const config = configOf(terminal.environment);
    const directory = dir === undefined ? join(config.ledgerDir, 'signer') : resolve(dir);
    const { initSigner, keyLines, newStart, runSigner } = await import('../local/signer.js');
    switch (action) {
      case 'run':
        await runSigner(directory, { listen, secretFile: secret }, terminal);
        return 'ok';
      case 'init':
        await initSigner(directory, config);
        break;
      case 'new-start':
        if (log === undefined || reason === undefined)
          throw new CommandFailure('usage', '申明重新起算须同时给出 --log 和 --reason');
        await newStart(directory, { log, reason, by });
        break;
      case 'keys':
        break;
      default:
        throw new CommandFailure('usage', `没有动作 ${action}，可以是 init、keys、new-start`);
    }
    for (const line of await keyLines(directory)) terminal.out(line);
    return 'ok';
  },
});
