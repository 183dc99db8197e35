import { createReadStream, statSync } from 'node:fs';
import type { ApiClient } from '../client/api-client';
import { ApiProblem } from '../client/api-problem';
import { connect } from '../client/connection';
import { command, identityOption, jsonOption } from '../command';
import { CommandFailure } from '../exit-codes';
import { Importer, type ImportProgress, type ImportSummary } from '../import/importer';
import { linesOf } from '../import/lines';
import { progressBar } from '../import/progress-bar';
import type { Terminal } from '../terminal';

const PRESET_PERSON = 'case-system';

export const importFile = command({
  name: 'import',
  summary: '导入既有案件记录（JSON Lines，每行一个案件的全部程序）',
  positionals: ['文件'],
  options: { ...identityOption(PRESET_PERSON), ...jsonOption },
  notes: [
    '文件写 - 时从标准输入读取。同一编号（id）的记录只导入一次，重复导入不增加任何事件；',
    '中断后再次执行同一命令即可补齐。有误的行连同原因列出，其余照常导入。',
    '字段说明见 docs/guides/cli.md。',
  ],
  exits: ['unreachable', 'refused', 'linesRejected'],

  async run({ options, positionals: [file = ''] }, terminal) {
    const { bytes, size } = openFile(file, terminal);
    const api = connect(terminal.environment, options.as, PRESET_PERSON);
    const importer = new Importer(api, showProgress(terminal, size));
    const summary = await importer.run(linesOf(bytes));
    terminal.status?.('');
    await untilReadable(api, importer.written, terminal);
    if (options.json) terminal.out(JSON.stringify(summary));
    else for (const line of summaryLines(summary)) terminal.out(line);
    return summary.rejected.length === 0 ? 'ok' : 'linesRejected';
  },
});

function openFile(
  file: string,
  { input }: Terminal,
): { bytes: AsyncIterable<Uint8Array>; size: number | undefined } {
  if (file === '-') return { bytes: input, size: undefined };
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found?.isFile()) throw new CommandFailure('usage', `没有文件 ${file}`);
  return { bytes: createReadStream(file), size: found.size };
}

const REDRAW_MS = 100;

function showProgress({ status }: Terminal, size: number | undefined): (progress: ImportProgress) => void {
  if (!status) return () => undefined;
  let drawnAt = -Infinity;
  return (progress) => {
    if (performance.now() - drawnAt < REDRAW_MS) return;
    drawnAt = performance.now();
    status(progressBar(progress, size));
  };
}

/** One of each read model that the next command may ask. */
const LISTS = ['/cases', '/audit/appellate-dispositions'];

/** So that whoever asks after the import sees it. */
async function untilReadable(api: ApiClient, positions: readonly string[], { err }: Terminal): Promise<void> {
  try {
    for (const position of positions) for (const list of LISTS) await api.get(list, { limit: '1' }, position);
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    err(`已全部导入，但查询数据尚未跟上：${error.message}`);
  }
}

function summaryLines({ cases, proceedings, events, skipped, rejected }: ImportSummary): readonly string[] {
  return [
    `已导入案件 ${String(cases)} 件（程序 ${String(proceedings)} 个），新增事件 ${String(events)} 个，` +
      `其中 ${String(skipped)} 件此前已导入；拒绝 ${String(rejected.length)} 行`,
    ...rejected.map(({ line, reason }) => `  第 ${String(line)} 行：${reason}`),
  ];
}
