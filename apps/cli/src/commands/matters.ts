import { allPages } from '../all-pages';
import { connect } from '../client/connection';
import { command, identityOption, jsonOption } from '../command';
import { CommandFailure } from '../exit-codes';
import { writeNewFile } from '../local/new-file';
import { matterLines, type ListedMatter } from '../render/matter-list';

const PRESET_PERSON = 'inspector';
const FORMATS = ['csv', 'xlsx'] as const;

export const matters = command({
  name: 'matters',
  summary: '督导事项：列出可以查阅的，或者导出年度台账',
  positionals: [],
  options: {
    court: { type: 'string', value: '代字', about: '发起或者对象法院' },
    instrument: { type: 'string', value: '方式', about: '督导方式的代码，例如 writtenInquiry（函询）' },
    open: { type: 'boolean', about: '只列未结的' },
    year: { type: 'string', value: '年度', about: '发出的年度；未发出的为起草的年度' },
    register: {
      type: 'string',
      value: '格式',
      about: '导出年度台账：csv 或者 xlsx，须同时给出 --year 和 --out',
    },
    out: { type: 'string', value: '文件', about: '台账写入何处；已有的文件不覆盖' },
    ...identityOption(PRESET_PERSON),
    ...jsonOption,
  },
  notes: [
    '列出以您的岗位可以查阅的督导事项，近的在前：本院发出的和本院收到的。各项的编号可用于 liuhen history 和 liuhen accountability。',
    '台账每次督导一行，可用办公软件打开。',
  ],
  exits: ['unreachable', 'refused'],

  async run({ options }, { environment, out, err }) {
    const { court, instrument, year } = options;
    const wanted = registerIn(options);
    const api = connect(environment, options.as, PRESET_PERSON);
    if (wanted) {
      const { format, file } = wanted;
      writeNewFile(file, await api.download('/matters/register', { court, instrument, year, format }));
      err(`台账已写入 ${file}`);
      return 'ok';
    }
    const condition = options.open ? 'open' : undefined;
    const pages = await allPages<Page>(api, '/matters', { court, instrument, year, condition });
    const items = pages.flatMap((page) => page.items);
    if (options.json) out(JSON.stringify({ items }));
    else for (const line of matterLines(items)) out(line);
    return 'ok';
  },
});

interface Page {
  readonly items: readonly ListedMatter[];
  readonly next: string | null;
}

interface Register {
  readonly format: string;
  readonly file: string;
}

/** What is to be exported; `undefined` where the list is asked for. @throws CommandFailure `usage` */
function registerIn({
  register: format,
  year,
  out: file,
}: {
  readonly register?: string;
  readonly year?: string;
  readonly out?: string;
}): Register | undefined {
  if (format === undefined && file === undefined) return undefined;
  if (!FORMATS.some((known) => known === format))
    throw new CommandFailure('usage', `选项 --register 须为 ${FORMATS.join(' 或者 ')}`);
  if (format === undefined || year === undefined || file === undefined)
    throw new CommandFailure('usage', '导出台账须同时给出 --register、--year 和 --out');
  return { format, file };
}
