import { join, resolve } from 'node:path';
import { command } from '../command';
import { CommandFailure } from '../exit-codes';
import { configOf } from '../local/config';

const PRESET_ADDRESS = '127.0.0.1:7070';

export const cosign = command({
  name: 'cosign',
  summary: '联署进程（上级法院）：核查下级法院的日志，联署与上次相接的检查点',
  positionals: ['[init|keys|enrol]'],
  options: {
    dir: {
      type: 'string',
      value: '目录',
      about: '联署目录（默认 LEDGER_DIR 下的 cosigner），只归一个进程使用',
    },
    policy: { type: 'string', value: '文件', about: '所联署的日志（默认联署目录中的 logs.policy）' },
    listen: { type: 'string', value: '地址', about: `主机:端口 或者 unix:/路径（默认 ${PRESET_ADDRESS}）` },
    in: { type: 'string', value: '目录', about: '单向网闸：请求文件所在，须与 --out 同用' },
    out: { type: 'string', value: '目录', about: '单向网闸：答复文件写往何处' },
    token: { type: 'string', value: '文件', about: '向日志所在服务取条目时出示的令牌' },
    'no-audit': { type: 'boolean', about: '只核对检查点前后相接，不核查条目' },
    name: { type: 'string', value: '名称', about: 'init：联署人名称，例如 higher.court.example/cosigner' },
    scheme: { type: 'string', value: '算法', about: 'init：ed25519（默认）或者 sm2' },
  },
  notes: [
    '不带动作即开始联署，就绪时在标准输出写一行 ready 地址，直到被停止；有 --in、--out 的，处理完现有文件即结束，',
    '每个文件输出一行文件名和答复代码，同 HTTP。文件迟到、重复、缺失、乱序均无妨。',
    'init 生成密钥；keys 输出验证公钥，交核验者写入核验策略。',
    'enrol 登记配置文件中新增的日志，从其第一条起联署；须先以可信的方式核对日志的公钥。',
    '配置文件用核验策略的格式：每个日志一行 log 公钥 [条目地址]，另有 skew 秒数 和 quorum none 两行。',
    '条目地址可以是 http(s):// 或者 file://（目录）；写了地址的日志，联署之前逐条核查。',
    '核查发现的问题写到标准错误，并记入联署目录中该日志的 findings.jsonl；此后不予联署。',
  ],
  exits: ['inUse', 'damaged', 'notFound'],

  async run({ options, positionals: [action = 'run'] }, terminal) {
    const { dir, policy, listen = PRESET_ADDRESS, in: from, out: to, token, name, scheme } = options;
    const directory =
      dir === undefined ? join(configOf(terminal.environment).ledgerDir, 'cosigner') : resolve(dir);
    const policyFile = policy ?? join(directory, 'logs.policy');
    const cosigning = { directory, policyFile, isAudited: options['no-audit'] !== true, tokenFile: token };
    const { cosignerKey, cosignOnce, enrolLogs, initCosigner, runCosigner } =
      await import('../local/cosigner.js');
    switch (action) {
      case 'run':
        if ((from === undefined) !== (to === undefined))
          throw new CommandFailure('usage', '--in 和 --out 须同时给出');
        if (from === undefined || to === undefined) await runCosigner(cosigning, listen, terminal);
        else if (await cosignOnce(cosigning, { in: from, out: to }, terminal)) return 'damaged';
        return 'ok';
      case 'enrol':
        for (const origin of await enrolLogs(directory, policyFile)) terminal.out(origin);
        return 'ok';
      case 'init':
        if (name === undefined) throw new CommandFailure('usage', '请用 --name 指定联署人名称');
        await initCosigner(directory, name, scheme ?? 'ed25519');
        break;
      case 'keys':
        break;
      default:
        throw new CommandFailure('usage', `没有动作 ${action}，可以是 init、keys、enrol`);
    }
    terminal.out(await cosignerKey(directory));
    return 'ok';
  },
});
