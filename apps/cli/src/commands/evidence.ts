import { ApiProblem } from '../client/api-problem';
import { connect } from '../client/connection';
import { command, identityOption } from '../command';
import { CommandFailure } from '../exit-codes';
import { writeNewFile } from '../local/new-file';

const PRESET_PERSON = 'inspector';
const PRESET_PURPOSE = '核验案件经过';

export const evidence = command({
  name: 'evidence',
  summary: '导出案件的证据包：一个文件，可在任何一台机器上离线核验',
  positionals: ['案号'],
  options: {
    output: { type: 'string', short: 'o', value: '文件', about: '写入何处；已有的文件不覆盖' },
    purpose: { type: 'string', value: '用途', about: `记入证据包（默认 ${PRESET_PURPOSE}）` },
    family: { type: 'boolean', about: '连同同一纠纷的各案' },
    'withhold-personal': { type: 'boolean', about: '遮蔽当事人的个人信息；证明仍然成立' },
    ...identityOption(PRESET_PERSON),
  },
  notes: [
    '先取得涵盖全案的各流之末、检查点和联署，至多等待 5 秒；仍不完整的，说明尚缺什么。',
    '您无权查阅的记录，只写入其杂凑值，核验时显示为遮蔽。',
    '核验：liuhen verify 文件 --policy 策略文件，或者只用一个文件 verify.mjs（不需要安装本系统）。',
  ],
  exits: ['unreachable', 'refused', 'notFound', 'verdict-incomplete'],

  async run({ options, positionals: [caseNumber = ''] }, { environment, err }) {
    const { output, purpose = PRESET_PURPOSE, family } = options;
    if (output === undefined) throw new CommandFailure('usage', '请用 -o 说明证据包写入哪个文件');
    const api = connect(environment, options.as, PRESET_PERSON);
    const bundle = await api
      .download(`/cases/${encodeURIComponent(caseNumber)}/evidence`, {
        purpose,
        family: family ? 'true' : undefined,
        withholdPersonal: options['withhold-personal'] ? 'true' : undefined,
      })
      .catch((error: unknown) => {
        throw isIncomplete(error) ? new CommandFailure('verdict-incomplete', error.message) : error;
      });
    writeNewFile(output, bundle);
    err(`证据包已写入 ${output}（${String(bundle.length)} 字节）`);
    return 'ok';
  },
});

const isIncomplete = (error: unknown): error is ApiProblem =>
  error instanceof ApiProblem && error.code === 'evidence-incomplete';
