import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  NO_OUTCOME_EXIT,
  nodeSuite,
  OUTCOME_EXITS,
  reportLines,
  Unusable,
  verifyFiles,
  verifyingTime,
  type Report,
} from '@liuhen/ledger';

const USAGE = `用法：node verify.mjs 证据包 --policy 策略文件 [选项]

在任何一台机器上离线核验证据包，不需要安装其他程序，不连接网络。
策略文件须从可信的来源取得，不能用与证据包一同送来的。

选项：
  --policy 文件              核验策略：相信哪些公钥、须有谁联署、哪些项目必须通过
  --trusted-checkpoint 文件  自己以前留存的检查点，核对历史未被改写
  --now 时间                 以此时间核验时效，例如 2026-03-01T09:00:00+08:00（默认本机时间）
  --json                     以 JSON 输出
  --help                     显示本说明

退出码：
  0  核验通过
  1  经过篡改
  2  不完整
  3  依此策略不能核验
  4  格式有误
  5  核验未能进行：用法有误、文件读不到，或者程序故障`;

/** Where the program writes. */
export interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** The program `verify.mjs`. @returns its exit code */
export function verifyCommand(args: readonly string[], { out, err }: Output): number {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    if (values.help === true) {
      out(USAGE);
      return 0;
    }
    const report = reportOn(values, positionals);
    out(values.json === true ? JSON.stringify(report) : reportLines(report).join('\n'));
    return OUTCOME_EXITS[report.outcome];
  } catch (error) {
    err(sentenceOf(error));
    return NO_OUTCOME_EXIT;
  }
}

const OPTIONS = {
  policy: { type: 'string' },
  'trusted-checkpoint': { type: 'string' },
  now: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

interface Options {
  readonly policy?: string | undefined;
  readonly 'trusted-checkpoint'?: string | undefined;
  readonly now?: string | undefined;
}

function reportOn(options: Options, [bundle, ...rest]: readonly string[]): Report {
  const { policy, now, 'trusted-checkpoint': trusted } = options;
  if (bundle === undefined || policy === undefined || rest.length > 0) throw new Unusable(USAGE);
  const files = {
    bundle: contentOf(bundle),
    policy: contentOf(policy),
    trustedCheckpoint: trusted === undefined ? undefined : contentOf(trusted),
  };
  return verifyFiles(files, nodeSuite, verifyingTime(now, Date.now));
}

function contentOf(file: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(file));
  } catch (error) {
    throw new Unusable(`不能读取文件 ${file}`, { cause: error });
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof Unusable) return error.message;
  if (error instanceof TypeError && 'code' in error) return USAGE;
  return `程序故障：${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
