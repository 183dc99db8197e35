import { command } from '../command';
import { CommandFailure } from '../exit-codes';

export const sign = command({
  name: 'sign',
  summary: '用本人的密钥签署一项操作，得到 Command-Signature 请求头的值',
  positionals: ['[new-key|request]'],
  options: {
    key: { type: 'string', value: '文件', about: '本人的密钥文件' },
    sm2: { type: 'boolean', about: 'new-key：生成 SM2 密钥（默认 Ed25519）' },
    log: { type: 'string', value: '日志', about: '日志的名称，例如 court.example/business' },
    sm3: { type: 'boolean', about: '日志的杂凑算法是 SM3（默认 SHA-256）' },
    stream: { type: 'string', value: '流', about: '操作记入的流，例如 case-（2026）黔0102民初1号' },
    person: { type: 'string', value: '人员ID', about: '本人' },
    post: { type: 'string', value: '岗位编号', about: '以哪个岗位办理' },
    'idempotency-key': { type: 'string', value: '幂等键', about: '与 Idempotency-Key 请求头相同' },
    path: {
      type: 'string',
      value: '路径',
      about: '与所发送的相同，例如 /api/v1/cases/…/reviews/1/concurrence',
    },
    body: { type: 'string', value: '文件', about: '所发送的请求体（JSON）；没有请求体的不写' },
  },
  notes: [
    'new-key 生成密钥文件，输出公钥（JWK），由本人提请登记、安全管理员同意后启用。',
    'request（默认）在本机计算，不连接服务；签署以后，请求的任何改动都会使签名不成立。',
    '密钥在 UKey 中的，由终端程序按“本人签名”指南计算所签内容。',
  ],
  exits: ['damaged'],

  async run({ options, positionals: [action = 'request'] }, { out }) {
    const { key = missing('key') } = options;
    const { newPersonKey, signRequest } = await import('../local/sign-command.js');
    if (action === 'new-key') out(await newPersonKey(key, options.sm2 ? 'sm2' : 'ed25519'));
    else if (action === 'request')
      out(
        await signRequest(key, {
          log: options.log ?? missing('log'),
          hash: options.sm3 ? 'sm3' : 'sha256',
          stream: options.stream ?? missing('stream'),
          person: options.person ?? missing('person'),
          post: options.post ?? missing('post'),
          idempotencyKey: options['idempotency-key'] ?? missing('idempotency-key'),
          path: options.path ?? missing('path'),
          body: options.body,
        }),
      );
    else throw new CommandFailure('usage', `没有动作 ${action}，可以是 new-key、request`);
    return 'ok';
  },
});

function missing(option: string): never {
  throw new CommandFailure('usage', `请用 --${option} 说明，见：npx liuhen sign --help`);
}
