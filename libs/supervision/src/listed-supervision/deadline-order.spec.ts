import type { Demand } from '../matter-rules/demands';
import {
  ACCEPT,
  APPROVE,
  ARCHIVE,
  CLOSE_OUT,
  examined,
  ISSUE,
  RECEIVE,
  replyOf,
} from '../matter-rules/testing/commands';
import { draftOf, onCase } from '../matter-rules/testing/drafts';
import { MatterStory, WHO, type Who } from '../matter-rules/testing/matter-story';
import type { GivenMatter } from '../supervision-matter/draft-matter';
import {
  supervisionMatterDecider as decider,
  type SupervisionMatterCommand,
} from '../supervision-matter/supervision-matter.decider';
import { listedSupervisionDecider } from './listed-supervision.decider';

const { lowManager, lowVice, lowJudge } = WHO;

let story: MatterStory;
beforeEach(() => (story = new MatterStory()));

const does = (who: Who, command: SupervisionMatterCommand) => story.does(who, decider, command);
const owed = () => story.owed.map(({ kind, due }) => [kind, due]);

const DEMAND: Demand = {
  category: 'progressMeasure',
  text: '依法加快办理，报告进展',
  measure: 'panelReport',
};
const order = (changes: Partial<GivenMatter> = {}): SupervisionMatterCommand => ({
  type: 'DraftMatter',
  data: draftOf(
    {
      ...{ instrument: 'deadlineOrder', title: '限期结案通知', trigger: 'caseEvent', demands: [DEMAND] },
      targets: [onCase('（2023）黔0102民初501号', lowJudge)],
      deadline: '2026-04-30',
      ...changes,
    },
    lowVice,
  ),
});

describe('an order to close a case by a day', () => {
  it('is answered by that day, or by a later one that was approved', () => {
    does(lowManager, order());
    does(lowVice, APPROVE);
    does(lowManager, ISSUE);
    does(lowJudge, RECEIVE);
    expect(owed()).toEqual([['matterReply', '2026-04-30']]);
    does(lowJudge, { type: 'RequestExtension', data: { days: 10, reason: '等待鉴定' } });
    does(lowManager, { type: 'GrantExtension', data: { days: 10, comment: null } });
    expect(owed()).toEqual([['matterReply', '2026-05-18']]);
    expect(
      story.refused(lowJudge, listedSupervisionDecider, {
        type: 'FilePeriodicReport',
        data: { progress: '已开庭', obstacles: null, documents: [] },
      }),
    ).toBe('matter-wrong-instrument');
    does(lowJudge, replyOf());
    does(lowManager, examined(true));
    does(lowManager, ACCEPT);
    does(lowManager, CLOSE_OUT);
    does(lowManager, ARCHIVE);
    expect(story.matter.stage).toBe('archived');
  });

  it('goes on to listed supervision where the day passes', () => {
    does(lowManager, order());
    does(lowVice, APPROVE);
    does(lowManager, ISSUE);
    does(lowJudge, RECEIVE);
    story.on('2026-05-06');
    does(lowManager, { type: 'EscalateMatter', data: { to: 'listedSupervision', reason: '逾期未结' } });
    does(lowManager, order({ instrument: 'listedSupervision', trigger: 'escalation', deadline: null }));
    expect(story.matter).toMatchObject({ round: 2, chain: ['deadlineOrder', 'listedSupervision'] });
  });

  it.each<[string, Partial<GivenMatter>]>([
    ['matter-case-measure-required', { demands: [{ ...DEMAND, measure: null }] }],
    ['matter-case-measure-required', { demands: [DEMAND, { ...DEMAND, measure: null }] }],
    ['matter-demands-result', { demands: [{ ...DEMAND, text: '本案应当驳回，限期结案' }] }],
    ['matter-wording-doubtful', { demands: [{ ...DEMAND, text: '报告处理结果' }] }],
    ['matter-demand-missing', { demands: [] }],
    ['matter-deadline-required', { deadline: null }],
    ['matter-deadline-out-of-bounds', { deadline: '2026-03-02' }],
    ['matter-deadline-out-of-bounds', { deadline: '2027-03-03' }],
    ['matter-case-elsewhere', { targets: [onCase('（2023）黔0103民初1号', lowJudge)] }],
  ])('is refused with %s', (code, changes) => {
    expect(story.refused(lowManager, decider, order(changes))).toBe(code);
  });
});
