import { PARTIES } from '@liuhen/kernel';
import type { MatterRoundView } from './matters.views';
import { registerSheet } from './register-sheet';

const holder = (courtName: string, postTitle: string) => ({
  ...{ court: '黔', courtName, division: null, post: 'x', postTitle, person: null },
  party: Object.keys(PARTIES)[1] as keyof typeof PARTIES,
});
const target = (changes: Partial<MatterRoundView['targets'][number]>) => ({
  ...{
    kind: 'court' as const,
    court: '黔01',
    courtName: '贵阳中院',
    division: null,
    post: null,
    postTitle: null,
  },
  ...{ person: null, caseNumber: null, indicator: null, answeredBy: 'target' as const },
  responsible: holder('贵阳中院', '院长'),
  ...changes,
});

const ROUND: MatterRoundView = {
  ...{
    matter: 'm',
    round: 2,
    within: true,
    over: false,
    title: '关于积案的函询',
    cause: '偏离',
    problem: '积案',
  },
  ...{
    instrument: 'writtenInquiry',
    instrumentName: '函询',
    trigger: 'escalation',
    triggerName: '前一督导未解决',
  },
  ...{ stage: 'received', stageName: '已签收', number: '1号', deadline: null, next: null },
  ...{ issuer: holder('省高院', '审管办主任'), approver: null },
  targets: [target({}), target({ caseNumber: '（2026）黔01民终1号' }), target({})],
  ...{ draftedOn: null, issuedOn: '2026-03-02', receivedOn: '2026-03-03', repliedOn: null, acceptedOn: null },
  ...{ closedOutOn: null, followedUpOn: null, archivedOn: null, cancelledOn: null },
  ...{ demands: 2, answered: null, satisfied: null, returned: 0, extensions: 0, items: 0, itemsDone: 0 },
  ...{ itemsLate: 0, escalatedTo: null },
  escalatedFrom: { instrument: 'pointToPoint', instrumentName: '点对点督导', reason: '未整改' },
};

it('a row of the register says of a round what its columns are called', () => {
  const { name, columns, rows } = registerSheet(2026, [ROUND]);
  const titles = columns.map(({ title }) => title);
  const row = Object.fromEntries(titles.map((title, place) => [title, rows[0]?.[place]]));
  expect(name).toBe('2026年督导台账');
  expect(new Set(titles).size).toBe(titles.length);
  expect(row).toMatchObject({
    ...{
      文书编号: '1号',
      督导方式: '函询',
      触发事由: '前一督导未解决',
      发起: '省高院审管办主任',
      审批: null,
    },
    ...{ 对象法院: '贵阳中院', 对象: '贵阳中院；（2026）黔01民终1号', 责任岗位: '贵阳中院院长' },
    ...{ 发出日期: '2026-03-02', 答复日期: null, 要求项数: 2, 答复项数: null, 由何升级而来: '点对点督导' },
    ...{ 下一步: null, 事项编号: 'm', 次序: 2 },
  });
});
