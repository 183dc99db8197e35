import { connect } from '../client/connection';
import { command, identityOption, jsonOption } from '../command';
import { isMatterId } from '../matter-id';
import { readMoment } from '../moment';
import { accountabilityLines, type AccountabilityCard } from '../render/accountability-card';

const PRESET_PERSON = 'inspector';

export const accountability = command({
  name: 'accountability',
  summary: '一个案件或者督导事项的责任卡：五方各应负什么责任、做了什么、逾期多久',
  positionals: ['案号或者督导事项编号'],
  options: {
    'as-of': { type: 'string', value: '时间', about: '截至该时系统所知（按记录时间）' },
    ...identityOption(PRESET_PERSON),
    ...jsonOption,
  },
  notes: ['时间为日期（算至当日终了）或者时刻，例如 2026-03-09 或 "2026-03-09 18:00"（北京时间）。'],
  exits: ['unreachable', 'refused', 'notFound'],

  async run({ options, positionals: [named = ''] }, { environment, out }) {
    const asOf = readMoment('as-of', options['as-of']);
    const api = connect(environment, options.as, PRESET_PERSON);
    const kind = isMatterId(named) ? 'matters' : 'cases';
    const path = `/${kind}/${encodeURIComponent(named)}/accountability`;
    const found = await api.get<AccountabilityCard>(path, { asOf });
    if (options.json) out(JSON.stringify(found));
    else for (const line of accountabilityLines(found)) out(line);
    return 'ok';
  },
});
