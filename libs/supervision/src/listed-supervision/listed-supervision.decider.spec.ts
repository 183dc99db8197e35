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
import {
  supervisionMatterDecider,
  type SupervisionMatterCommand,
} from '../supervision-matter/supervision-matter.decider';
import { listedSupervisionDecider, type ListedSupervisionCommand } from './listed-supervision.decider';

const { lowManager, lowVice, lowJudge, lowChief } = WHO;

let story: MatterStory;
beforeEach(() => (story = new MatterStory()));

const lives = (who: Who, command: SupervisionMatterCommand) =>
  story.does(who, supervisionMatterDecider, command);
const does = (who: Who, command: ListedSupervisionCommand) =>
  story.does(who, listedSupervisionDecider, command);
const refused = (who: Who, command: ListedSupervisionCommand) =>
  story.refused(who, listedSupervisionDecider, command);
const owed = () => story.owed.map(({ kind, due }) => [kind, due]);

const LISTED: SupervisionMatterCommand = {
  type: 'DraftMatter',
  data: draftOf(
    {
      ...{ instrument: 'listedSupervision', title: '长期未结案件挂牌督办', trigger: 'caseEvent' },
      demands: [{ category: 'progressMeasure', text: '报告进展，依法加快办理', measure: 'panelReport' }],
      targets: [onCase('（2023）黔0102民初501号', lowJudge)],
    },
    lowVice,
  ),
};

type Plan = Extract<ListedSupervisionCommand, { type: 'SubmitClosingPlan' }>['data'];

const plan = (changes: Partial<Plan> = {}): ListedSupervisionCommand => ({
  type: 'SubmitClosingPlan',
  data: {
    steps: [
      { text: '完成补充鉴定', due: '2026-03-31' },
      { text: '开庭', due: '2026-04-30' },
    ],
    closeBy: '2026-05-29',
    ...changes,
  },
});
const REPORT: ListedSupervisionCommand = {
  type: 'FilePeriodicReport',
  data: { progress: '鉴定材料已经移送', obstacles: '鉴定机构排期', documents: [] },
};

function listed() {
  lives(lowManager, LISTED);
  lives(lowVice, APPROVE);
  lives(lowManager, ISSUE);
  lives(lowJudge, RECEIVE);
}
function planned() {
  listed();
  does(lowJudge, plan());
}

describe('listed supervision of a case that is long pending', () => {
  it('goes from the plan over reports and an extension to the delisting', () => {
    listed();
    expect(owed()).toEqual([['closingPlan', '2026-03-09']]);
    does(lowJudge, plan());
    expect(owed()).toEqual([
      ['matterReply', '2026-05-29'],
      ['periodicReport', '2026-03-12'],
    ]);
    story.on('2026-03-12');
    does(lowJudge, REPORT);
    expect(owed()).toContainEqual(['periodicReport', '2026-03-22']);
    lives(lowJudge, { type: 'RequestExtension', data: { days: 20, reason: '鉴定机构排期' } });
    lives(lowManager, { type: 'GrantExtension', data: { days: 20, comment: null } });
    expect(owed()).toEqual([
      ['periodicReport', '2026-03-22'],
      ['matterReply', '2026-06-29'],
    ]);
    story.on('2026-03-20');
    does(lowJudge, REPORT);
    expect(owed()).toContainEqual(['periodicReport', '2026-04-01']);
    lives(lowJudge, replyOf());
    expect(owed()).toEqual([['replyExamination', '2026-03-27']]);
    lives(lowManager, examined(true));
    lives(lowManager, ACCEPT);
    lives(lowManager, CLOSE_OUT);
    lives(lowManager, ARCHIVE);
    expect(story.matter.stage).toBe('archived');
    expect(owed()).toEqual([]);
  });

  it('numbers its reports', () => {
    planned();
    const nth = [1, 2, 3].map(() => does(lowJudge, REPORT).map(({ data }) => data));
    expect(nth).toMatchObject([[{ nth: 1 }], [{ nth: 2 }], [{ nth: 3 }]]);
  });
});

describe('a report', () => {
  beforeEach(planned);

  it.each([
    ['2026-03-05', '2026-03-22', 'early'],
    ['2026-03-12', '2026-03-22', 'on its day'],
    ['2026-03-15', '2026-03-22', 'late'],
    ['2026-03-22', '2026-04-01', 'so late that the next day has come'],
    ['2026-04-10', '2026-04-11', 'much too late'],
  ])('on %s is followed by one due on %s: %s', (day, next) => {
    story.on(day);
    does(lowJudge, REPORT);
    expect(owed()).toEqual([
      ['matterReply', '2026-05-29'],
      ['periodicReport', next],
    ]);
  });

  it('that was missed stays owed, and the answer does not wait for it', () => {
    story.on('2026-05-20');
    expect(owed()).toContainEqual(['periodicReport', '2026-03-12']);
    lives(lowJudge, replyOf());
    expect(owed()).toEqual([['replyExamination', '2026-05-27']]);
    const report = [...story.ledger.values()].find(({ terms }) => terms.kind === 'periodicReport');
    expect(report).toMatchObject({ status: 'waived', waiver: 'superseded', terms: { due: '2026-03-12' } });
  });

  it('is refused to others than who answers, and once it is answered', () => {
    expect(refused(lowManager, REPORT)).toBe('matter-step-not-yours');
    expect(refused(lowChief, REPORT)).toBe('matter-step-not-yours');
    lives(lowJudge, replyOf());
    expect(refused(lowJudge, REPORT)).toBe('matter-step-not-open');
  });

  it.each<[string, SupervisionMatterCommand]>([
    ['cancelled', { type: 'CancelMatter', data: { reason: '已经撤诉' } }],
    ['escalated', { type: 'EscalateMatter', data: { to: 'accountabilityTalk', reason: '逾期未办结' } }],
  ])('is owed no more once the matter is %s', (stage, command) => {
    story.on('2026-06-01');
    lives(lowManager, command);
    expect(story.matter.stage).toBe(stage);
    expect(story.owed.map(({ kind }) => kind)).not.toContain('periodicReport');
  });
});

describe('a plan', () => {
  beforeEach(listed);

  it.each<[string, Partial<Plan>]>([
    ['listing-steps-missing', { steps: [] }],
    ['listing-step-past', { steps: [{ text: '开庭', due: '2026-03-01' }] }],
    [
      'listing-steps-out-of-order',
      {
        steps: [
          { text: '开庭', due: '2026-04-30' },
          { text: '鉴定', due: '2026-03-31' },
        ],
      },
    ],
    ['listing-step-after-closing', { closeBy: '2026-04-29' }],
    ['listing-closing-too-late', { closeBy: '2026-06-01' }],
  ])('is refused with %s', (code, changes) => {
    expect(refused(lowJudge, plan(changes))).toBe(code);
  });

  it('may reach to the last day of the rules, with steps of one day', () => {
    const steps = [
      { text: '合议', due: '2026-05-31' },
      { text: '宣判', due: '2026-05-31' },
    ];
    does(lowJudge, plan({ steps, closeBy: '2026-05-31' }));
    expect(owed()).toContainEqual(['matterReply', '2026-05-31']);
  });

  it('is of who answers, once, and comes before any report', () => {
    expect(refused(lowManager, plan())).toBe('matter-step-not-yours');
    expect(refused(lowJudge, REPORT)).toBe('matter-step-not-open');
    does(lowJudge, plan());
    expect(refused(lowJudge, plan())).toBe('matter-step-not-open');
  });
});

it('belongs to matters of its instrument alone', () => {
  lives(WHO.highManager, { type: 'DraftMatter', data: draftOf() });
  expect(refused(lowJudge, plan())).toBe('matter-wrong-instrument');
});
