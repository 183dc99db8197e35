import { command, jsonOption } from '../command';
import { CommandFailure } from '../exit-codes';

export const verify = command({
  name: 'verify',
  summary: '离线核验证据包：记录是否完整、有无改动、是否倒签',
  positionals: ['证据包'],
  options: {
    policy: { type: 'string', value: '文件', about: '核验策略：相信哪些公钥、须有谁联署、哪些项目必须通过' },
    'trusted-checkpoint': {
      type: 'string',
      value: '文件',
      about: '自己以前留存的检查点，核对历史未被改写',
    },
    now: { type: 'string', value: '时间', about: '以此时间核验时效，连同时区（默认本机时间）' },
    ...jsonOption,
  },
  notes: [
    '与 verify.mjs 是同一程序；不连接服务，也不读取本机的数据。',
    '策略文件须从可信的来源取得，不能用与证据包一同送来的。',
  ],
  exits: [
    ...(['verdict-verified', 'verdict-tampered', 'verdict-incomplete'] as const),
    ...(['verdict-not-verifiable', 'verdict-malformed', 'verdict-none'] as const),
  ],
  undone: 'verdict-none',

  async run({ options, positionals: [bundle = ''] }, { out }) {
    const { policy, now, json, 'trusted-checkpoint': trustedCheckpoint } = options;
    if (policy === undefined) throw new CommandFailure('usage', '请用 --policy 指定核验策略文件');
    const { reportLines, verifyNamed } = await import('../local/verify.js');
    const report = verifyNamed({ bundle, policy, trustedCheckpoint, now });
    if (json) out(JSON.stringify(report));
    else for (const line of reportLines(report)) out(line);
    return `verdict-${report.outcome}`;
  },
});
