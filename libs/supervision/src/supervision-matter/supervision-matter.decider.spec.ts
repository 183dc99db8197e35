import { draftOf, atCourt } from '../matter-rules/testing/drafts';
import { MatterStory, WHO, type Who } from '../matter-rules/testing/matter-story';
import {
  supervisionMatterDecider as decider,
  type SupervisionMatterCommand,
} from './supervision-matter.decider';

const { highManager, highVice, highPresident, midPresident, midVice } = WHO;

let story: MatterStory;
beforeEach(() => (story = new MatterStory()));

const does = (who: Who, command: SupervisionMatterCommand) => story.does(who, decider, command);
const refused = (who: Who, command: SupervisionMatterCommand) => story.refused(who, decider, command);
const owed = () => story.owed.map(({ kind, due }) => [kind, due]);

const DRAFT: SupervisionMatterCommand = { type: 'DraftMatter', data: draftOf() };
const APPROVE: SupervisionMatterCommand = { type: 'ApproveMatter', data: { comment: null } };
const ISSUE: SupervisionMatterCommand = {
  type: 'IssueMatter',
  data: { number: '黔高法督〔2026〕1号', letter: null },
};
const RECEIVE: SupervisionMatterCommand = { type: 'ReceiveMatter', data: { duty: null } };
const REPLY: SupervisionMatterCommand = {
  type: 'ReplyToMatter',
  data: {
    ...{ causes: '人员变动', measures: '专班清理', responsible: '分管副院长', until: '2026-06-30' },
    ...{ answers: ['已经逐案排查'], attachments: [] },
    items: [
      {
        ...{ problem: '积案', measure: '逐案包干', criterion: '一年以上未结不超过十件', due: '2026-05-29' },
        owner: { court: '黔01', post: '黔01.vice-president.civil', person: null },
      },
    ],
  },
};
const examine = (satisfied: boolean): SupervisionMatterCommand => ({
  type: 'ExamineReply',
  data: { findings: [{ satisfied, comment: '见附表' }], opinion: '逐项核对' },
});

function received() {
  does(highManager, DRAFT);
  does(highVice, APPROVE);
  does(highManager, ISSUE);
  does(midPresident, RECEIVE);
}

describe('an inquiry between courts', () => {
  it('goes from draft to archive, each step owed by somebody', () => {
    does(highManager, DRAFT);
    expect(owed()).toEqual([['matterApproval', '2026-03-05']]);
    does(highVice, APPROVE);
    expect(owed()).toEqual([['matterIssue', '2026-03-04']]);
    does(highManager, ISSUE);
    expect(owed()).toEqual([['matterReceipt', '2026-03-04']]);
    does(midPresident, RECEIVE);
    expect(owed()).toEqual([['matterReply', '2026-03-16']]);
    does(midPresident, REPLY);
    does(highManager, examine(true));
    does(highManager, { type: 'AcceptReply', data: { opinion: '采纳' } });
    expect(owed()).toEqual([
      ['matterCloseOut', '2026-06-12'],
      ['rectification', '2026-05-29'],
    ]);
    expect(refused(highManager, { type: 'CloseOutMatter', data: { conclusion: '完成' } })).toBe(
      'matter-items-open',
    );
    does(midVice, {
      type: 'ReportRectification',
      data: { item: '1-1', statement: '已降至八件', evidence: [] },
    });
    does(highManager, {
      type: 'CheckRectification',
      data: { item: '1-1', passed: true, comment: '属实', due: null },
    });
    does(highManager, { type: 'CloseOutMatter', data: { conclusion: '完成' } });
    expect(owed()).toEqual([['matterFollowUp', '2026-04-01']]);
    does(highManager, { type: 'FollowUpMatter', data: { holds: true, findings: '没有反弹', items: [] } });
    does(highManager, { type: 'ArchiveMatter', data: { volume: '督导卷1' } });
    expect(story.matter).toMatchObject({ stage: 'archived', round: 1 });
    expect(owed()).toEqual([]);
    expect([...story.ledger.values()].every(({ status }) => status === 'discharged')).toBe(true);
  });

  it('is answered again at most as often as the rules say, and then escalated', () => {
    received();
    for (const nth of [1, 2]) {
      does(midPresident, REPLY);
      does(highManager, examine(false));
      does(highManager, { type: 'ReturnReply', data: { reason: '没有写明原因', screenedReason: null } });
      expect(story.matter.returns).toBe(nth);
    }
    does(midPresident, REPLY);
    does(highManager, examine(false));
    expect(
      refused(highManager, { type: 'ReturnReply', data: { reason: '仍不清楚', screenedReason: null } }),
    ).toBe('matter-returns-exhausted');
    does(highManager, {
      type: 'EscalateMatter',
      data: { to: 'accountabilityTalk', reason: '两次退回仍未说明' },
    });
    expect(owed()).toEqual([['matterDrafting', '2026-03-09']]);
    const talk = draftOf(
      {
        instrument: 'accountabilityTalk',
        trigger: 'escalation',
        targets: [{ ...atCourt('黔01', midPresident) }],
      },
      highPresident,
    );
    does(highManager, { type: 'DraftMatter', data: talk });
    expect(story.matter).toMatchObject({ round: 2, chain: ['writtenInquiry', 'accountabilityTalk'] });
  });
});
