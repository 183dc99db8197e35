import { connect } from '../client/connection';
import { command, identityOption, jsonOption } from '../command';
import { worklistLines, type Worklist } from '../render/worklist';

const PRESET_PERSON = 'inspector';

export const worklist = command({
  name: 'worklist',
  summary: '待办：应办的、代办的、等他人办的责任，期限近的在前',
  positionals: [],
  options: { ...identityOption(PRESET_PERSON), ...jsonOption },
  notes: [
    '列出本人各岗位应办的、受委托或者因岗位空缺代办的、由本人的行为产生而等他人办的责任。',
    '“暂定”的期限所依据的工作日安排尚未公布。逾期日数为日历日。',
  ],
  exits: ['unreachable', 'refused'],

  async run({ options }, { environment, out }) {
    const found = await connect(environment, options.as, PRESET_PERSON).get<Worklist>('/worklist');
    if (options.json) out(JSON.stringify(found));
    else for (const line of worklistLines(found)) out(line);
    return 'ok';
  },
});
