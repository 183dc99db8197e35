import { allPages } from '../all-pages';
import { connect } from '../client/connection';
import { command, identityOption, jsonOption } from '../command';
import { CommandFailure } from '../exit-codes';
import { auditList, type AuditedDisposition } from '../render/audit-list';

const PRESET_PERSON = 'inspector';
const SUBJECT = 'appellate-dispositions';

export const audit = command({
  name: 'audit',
  summary: '审计：appellate-dispositions 为发改指审计',
  positionals: ['对象'],
  options: { ...identityOption(PRESET_PERSON), ...jsonOption },
  notes: [
    '对象只有 appellate-dispositions（发改指：发回重审、改判、指令再审等）。',
    '每件按裁判当日有效的法律列出结论（违反法律、待核、正当）、规则代码、条文、尚缺的材料和所据事件。',
  ],
  exits: ['unreachable', 'refused'],

  async run({ options, positionals: [subject] }, { environment, out }) {
    if (subject !== SUBJECT)
      throw new CommandFailure('usage', `没有审计对象 ${String(subject)}，只有 ${SUBJECT}`);
    const api = connect(environment, options.as, PRESET_PERSON);
    const pages = await allPages<Page>(api, `/audit/${SUBJECT}`);
    const items = pages.flatMap((page) => page.items);
    if (options.json) out(JSON.stringify({ items }));
    else for (const line of auditList(items)) out(line);
    return 'ok';
  },
});

interface Page {
  readonly items: readonly AuditedDisposition[];
  readonly next: string | null;
}
