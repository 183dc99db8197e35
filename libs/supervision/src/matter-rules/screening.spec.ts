import { guizhouPolicies } from '@liuhen/courts';
import type { Screening } from './matter-clauses';
import { MATTER_POLICY } from './instrument-policy';
import { refuseWording, warnedIn } from './screening';

const seeded = guizhouPolicies.find(({ command }) => command.data.policy === MATTER_POLICY);
const screening = seeded?.command.data.clauses['common.screening']?.content as unknown as Screening;

const refusal = (text: string, reason: string | null = null) =>
  refuseWording([{ field: 'demands[0].text', text }], screening, reason);

describe('the wording of a demand', () => {
  it.each(['该案应当改判为驳回诉讼请求', '请予重视，判决无罪', '一律维持原判', '按上级意见判'])(
    'that asks for a result is refused, whatever the reason: %s',
    (text) => {
      expect(refusal(text, '情况特殊')).toMatchObject({
        code: 'matter-demands-result',
        field: 'demands[0].text',
      });
    },
  );

  it('that is refused points to what is lawful instead, and to the law', () => {
    const { message, law } = refusal('应当改判') ?? {};
    expect(message).toMatch(/监督措施.*“应当改判”/);
    expect(law?.map(({ statute }) => statute)).toEqual(
      expect.arrayContaining(['中华人民共和国人民法院组织法', '中华人民共和国法官法']),
    );
  });

  it.each(['说明改判率上升的原因', '报告该案处理结果的形成过程'])(
    'that could be so understood is warned of, and stands with a reason: %s',
    (text) => {
      expect(refusal(text)).toMatchObject({ code: 'matter-wording-doubtful' });
      expect(refusal(text, '仅指统计口径')).toBeUndefined();
    },
  );

  it.each(['说明未结案件的原因和措施', '每月报告清理进展', '核对数据'])(
    'that asks for work is free: %s',
    (text) => {
      expect(refusal(text)).toBeUndefined();
      expect(warnedIn([{ field: 'x', text }], screening)).toEqual([]);
    },
  );
});
