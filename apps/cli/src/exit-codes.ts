/** 退出码: how a command ended, for scripts. Numbers are never given another meaning. */
export const EXIT_CODES = {
  ok: 0,
  fault: 1,
  usage: 2,
  inUse: 3,
  unreachable: 4,
  refused: 5,
  linesRejected: 6,
  damaged: 7,
  notFound: 8,
} as const;

/** 核验的退出码: of `verify`, the same as those of verify.mjs, so that a script can use either; `evidence` ends as incomplete too. */
export const VERDICT_CODES = {
  'verdict-verified': 0,
  'verdict-tampered': 1,
  'verdict-incomplete': 2,
  'verdict-not-verifiable': 3,
  'verdict-malformed': 4,
  'verdict-none': 5,
} as const;

export type Exit = keyof typeof EXIT_CODES | keyof typeof VERDICT_CODES;

export const codeOf = (exit: Exit): number => ({ ...EXIT_CODES, ...VERDICT_CODES })[exit];

export const EXIT_MEANINGS: Readonly<Record<Exit, string>> = {
  ok: '成功',
  fault: '系统故障',
  usage: '用法有误：命令、选项、参数或者环境变量不对',
  inUse: '数据目录正在使用，或者端口已被占用',
  unreachable: '连接不上服务，或者服务暂不可用',
  refused: '服务拒绝：未登录、无权或者不符合规定',
  linesRejected: '已完成，但有行未被接受',
  damaged: '记录校验发现损坏',
  notFound: '没有这个案件、督导事项、人员或者数据目录',
  'verdict-verified': '核验通过',
  'verdict-tampered': '经过篡改',
  'verdict-incomplete': '不完整',
  'verdict-not-verifiable': '依此策略不能核验',
  'verdict-malformed': '格式有误',
  'verdict-none': '核验未能进行：用法有误、文件读不到，或者系统故障',
};

/** What a user has to be told, and how the command ends with it. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';

  constructor(
    readonly exit: Exclude<Exit, 'ok'>,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
