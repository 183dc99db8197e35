import { draftOf } from '../../../supervision/src/matter-rules/testing/drafts';
import { MatterStory, WHO, type Who } from '../../../supervision/src/matter-rules/testing/matter-story';
import {
  supervisionMatterDecider as decider,
  type SupervisionMatterCommand,
} from '../../../supervision/src/supervision-matter/supervision-matter.decider';
import { evolveRecord, type MatterRecord } from './matter-record';
import { rowsOf } from './matter-rows';

const { highManager, highVice, midPresident, midVice } = WHO;

let story: MatterStory;
beforeEach(() => (story = new MatterStory()));

const does = (who: Who, command: SupervisionMatterCommand) => story.does(who, decider, command);

/** The rows of the one matter and of its one round. */
function rows() {
  const record = story.events.reduce<MatterRecord | undefined>(evolveRecord, undefined);
  if (!record) throw new Error('nothing is drafted yet');
  const { matters, matter_rounds, matter_subjects } = rowsOf('m', record);
  return { matter: matters[0], round: matter_rounds[0], subjects: matter_subjects };
}

const drafted = () => does(highManager, { type: 'DraftMatter', data: draftOf() });
const APPROVE = { type: 'ApproveMatter', data: { comment: null } } as const;
const ISSUE = { type: 'IssueMatter', data: { number: '1号', letter: null } } as const;

function replied() {
  drafted();
  does(highVice, APPROVE);
  does(highManager, ISSUE);
  story.on('2026-03-03');
  does(midPresident, { type: 'ReceiveMatter', data: { duty: null } });
  const owner = { court: '黔01', post: midVice[1], person: null };
  const item = { problem: '积案', measure: '包干', criterion: '清零', owner, due: '2026-05-29' };
  const reply = { causes: '人员变动', measures: '清理', responsible: '副院长', until: '2026-06-30' };
  does(midPresident, {
    type: 'ReplyToMatter',
    data: { ...reply, answers: ['已经排查'], items: [item], attachments: [], screenedReason: null },
  });
}

function closedOut() {
  replied();
  const findings = [{ satisfied: true, comment: '属实' }];
  does(highManager, { type: 'ExamineReply', data: { findings, opinion: '核对' } });
  does(highManager, { type: 'AcceptReply', data: { opinion: '采纳' } });
  does(midVice, { type: 'ReportRectification', data: { item: '1-1', statement: '完成', evidence: [] } });
  const check = { item: '1-1', passed: true, comment: '属实', due: null };
  does(highManager, { type: 'CheckRectification', data: check });
  does(highManager, { type: 'CloseOutMatter', data: { conclusion: '完成' } });
}

it('a draft is known to the issuing side alone', () => {
  drafted();
  const { matter, round, subjects } = rows();
  expect(matter).toMatchObject({
    ...{ round: 1, shown_round: null, told_rounds: 0, target_courts: [], over: false },
    ...{ due: '2026-03-05', next: { kind: 'matterApproval' }, shown_next: null },
  });
  expect(round).toMatchObject({ told: false, stage: 'draft', issued_on: null, year: 2026 });
  expect(subjects).not.toContainEqual(expect.objectContaining({ told: true }));
});

it('what is asked and answered is counted, and what is owed next is told to who owes it', () => {
  replied();
  const { matter, round, subjects } = rows();
  expect(round).toMatchObject({
    ...{ number: '1号', stage: 'replied', demands: 1, answered: 1, satisfied: null, items: 0 },
    ...{
      drafted_on: '2026-03-02',
      issued_on: '2026-03-02',
      received_on: '2026-03-03',
      replied_on: '2026-03-03',
    },
  });
  expect(matter).toMatchObject({
    next: { kind: 'replyExamination' },
    shown_next: null,
    target_courts: ['黔01'],
  });
  const told = (name: string) => subjects.find((subject) => 'name' in subject && subject.name === name);
  expect(told(highManager[1])).toMatchObject({ kind: 'post', told: true });
  expect(told(highVice[1])).toMatchObject({ kind: 'post', told: false });
});

it('for those aimed at it is over with the closing-out, and is never seen to be filed', () => {
  closedOut();
  expect(rows().round).toMatchObject({ items: 1, items_done: 1, open_item_days: [], satisfied: 1 });
  expect(rows().matter).toMatchObject({ over: false, shown_over: true, shown_next: null });
  does(highManager, {
    type: 'FollowUpMatter',
    data: { holds: true, findings: '没有反弹', items: [], screenedReason: null },
  });
  does(highManager, { type: 'ArchiveMatter', data: { volume: '督导卷1' } });
  expect(rows().matter).toMatchObject({ over: true, shown_over: true, next: null });
  expect(rows().round).toMatchObject({ stage: 'archived', shown_stage: 'followedUp' });
});
