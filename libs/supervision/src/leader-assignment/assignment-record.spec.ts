import { MatterStory, WHO } from '../matter-rules/testing/matter-story';
import { assignmentIn } from './assignment-record';
import { leaderAssignmentDecider, type LeaderAssignmentCommand } from './leader-assignment.decider';
import {
  assigned,
  baselineOf,
  contactOn,
  extendedBy,
  figureOf,
  handOverTo,
  LEADER,
  NEXT,
  returned,
  SUSPEND,
} from './testing/assignments';

const CASES = '长期未结案件';

let story: MatterStory;
beforeEach(() => {
  story = new MatterStory();
  assigned(story);
  does(baselineOf({}, { indicator: CASES, value: '120', target: '40', unit: '件' }));
});

const does = (command: LeaderAssignmentCommand) => story.does(LEADER, leaderAssignmentDecider, command);
const shown = () => assignmentIn(story.events);

describe('the record of an assignment', () => {
  it('shows of each figure the latest, exactly how far it moved, and how far it is from its target', () => {
    story.on('2026-03-20');
    does(contactOn('2026-03-20', figureOf({ value: '8.2', asOf: '2026-03-19' })));
    story.on('2026-04-20');
    does(contactOn('2026-04-20'));
    expect(shown().figures).toMatchObject([
      { baseline: '8.5', latest: '8.2', latestOn: '2026-03-19', change: '-0.3', remaining: '-5.2' },
      { indicator: CASES, latest: '120', latestOn: '2026-03-01', change: '0', remaining: '-80' },
    ]);
  });

  it('says which contact was owed by when, and which was beside', () => {
    for (const day of ['2026-03-20', '2026-03-27', '2026-04-27']) {
      story.on(day);
      does(contactOn(day));
    }
    expect(shown().contacts.map(({ nth, due }) => [nth, due])).toEqual([
      [1, '2026-04-02'],
      [2, null],
      [3, '2026-05-02'],
    ]);
  });

  it('ends when it was to end, later where it was extended', () => {
    expect(shown().ends).toBe('2026-09-30');
    extendedBy(story, 5);
    const { ends } = shown();
    expect(ends).toBe(story.owed.find(({ kind }) => kind === 'matterReply')?.due);
    expect(ends).not.toBe('2026-09-30');
  });

  it('ends no later for the days in which its report is improved', () => {
    returned(story);
    extendedBy(story, 5);
    expect(shown().ends).toBe('2026-09-30');
  });

  it('names each leader for their time, and each suspension with what came of it', () => {
    story.on('2026-05-11').does(WHO.highManager, leaderAssignmentDecider, SUSPEND);
    expect(shown().suspensions).toMatchObject([{ reason: 'other', on: '2026-05-11', resolved: null }]);
    story.on('2026-05-15').does(WHO.highManager, leaderAssignmentDecider, handOverTo(NEXT));
    expect(shown()).toMatchObject({
      leaders: [
        { person: LEADER[0], from: '2026-03-02', until: '2026-05-15' },
        { person: NEXT[0], from: '2026-05-15', until: null },
      ],
      suspensions: [{ resolved: '接任' }],
    });
  });
});
