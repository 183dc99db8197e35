import { allPages } from '../all-pages';
import { connect } from '../client/connection';
import { command, identityOption, jsonOption } from '../command';
import { readerLines, type ListedReading } from '../render/reader-list';

const PRESET_PERSON = 'inspector';

export const readers = command({
  name: 'readers',
  summary: '谁看过本案：查阅、导出、打印和被拒的查阅，近的在前',
  positionals: ['案号'],
  options: { ...identityOption(PRESET_PERSON), ...jsonOption },
  notes: [
    '由院庭长、审判管理部门、督察和本案审判组织成员查看。查看本身也留痕。',
    '办理未结督察线索的人员所作的查阅，线索办结之后才列出。',
  ],
  exits: ['unreachable', 'refused', 'notFound'],

  async run({ options, positionals: [caseNumber = ''] }, { environment, out }) {
    const api = connect(environment, options.as, PRESET_PERSON);
    const pages = await allPages<Page>(api, `/cases/${encodeURIComponent(caseNumber)}/readers`);
    const items = pages.flatMap((page) => page.items);
    if (options.json) out(JSON.stringify({ items }));
    else for (const line of readerLines(items)) out(line);
    return 'ok';
  },
});

interface Page {
  readonly items: readonly ListedReading[];
  readonly next: string | null;
}
