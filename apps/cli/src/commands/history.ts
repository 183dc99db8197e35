import { connect } from '../client/connection';
import { command, identityOption, jsonOption } from '../command';
import { readMoment } from '../moment';
import { timeline, type History } from '../render/timeline';

const PRESET_PERSON = 'inspector';

export const history = command({
  name: 'history',
  summary: '重放一个案件的全部经过',
  positionals: ['案号'],
  options: {
    'as-of': { type: 'string', value: '时间', about: '截至该时系统所知（按记录时间）' },
    until: { type: 'string', value: '时间', about: '截至该时所发生（按发生时间）' },
    family: { type: 'boolean', about: '连同同一纠纷的各案' },
    ...identityOption(PRESET_PERSON),
    ...jsonOption,
  },
  notes: [
    '案号可用任何括号和空格写法；无案号的导入记录用其标识，例如 未编号·GC-092·1。',
    '时间为日期（算至当日终了）或者时刻，例如 2016-12-31 或 "2016-12-31 18:00"（北京时间）。',
  ],
  exits: ['unreachable', 'refused', 'notFound'],

  async run({ options, positionals: [caseNumber = ''] }, { environment, out }) {
    const asOf = readMoment('as-of', options['as-of']);
    const until = readMoment('until', options.until);
    const family = options.family ? 'true' : undefined;
    const api = connect(environment, options.as, PRESET_PERSON);
    const path = `/cases/${encodeURIComponent(caseNumber)}/history`;
    const found = await api.get<History>(path, { asOf, until, family });
    if (options.json) out(JSON.stringify(found));
    else for (const line of timeline(found)) out(line);
    return 'ok';
  },
});
