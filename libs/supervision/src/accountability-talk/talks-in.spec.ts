import { APPROVE, ISSUE, RECEIVE } from '../matter-rules/testing/commands';
import { draftOf } from '../matter-rules/testing/drafts';
import { MatterStory, WHO, type Who } from '../matter-rules/testing/matter-story';
import {
  supervisionMatterDecider,
  type SupervisionMatterCommand,
} from '../supervision-matter/supervision-matter.decider';
import { accountabilityTalkDecider, type AccountabilityTalkCommand } from './accountability-talk.decider';
import { talksIn } from './talks-in';
import { heldWith, movedTo, planOf, refusedFor } from './testing/talks';

const { highManager, highPresident, midPresident } = WHO;

let story: MatterStory;
beforeEach(() => (story = new MatterStory()));

const lives = (who: Who, command: SupervisionMatterCommand) =>
  story.does(who, supervisionMatterDecider, command);
const does = (who: Who, command: AccountabilityTalkCommand) =>
  story.does(who, accountabilityTalkDecider, command);

const DRAFT: SupervisionMatterCommand = {
  type: 'DraftMatter',
  data: draftOf({ instrument: 'accountabilityTalk' }, highPresident),
};

describe('the talks of a matter', () => {
  it('are none before one is planned', () => {
    lives(highManager, DRAFT);
    expect(talksIn(story.events)).toEqual([]);
  });

  it('are told by the last plan of a round, and what became of it', () => {
    lives(highManager, DRAFT);
    does(highManager, planOf({ place: '第一会议室' }));
    does(highManager, movedTo('2026-03-11'));
    lives(highPresident, { type: 'DeclineMatter', data: { reason: '换个地方' } });
    lives(highManager, DRAFT);
    does(highManager, planOf({ place: '第二会议室' }));
    expect(talksIn(story.events)).toMatchObject([
      { round: 1, plan: { place: '第二会议室' }, rescheduled: [], held: null },
    ]);
    lives(highPresident, APPROVE);
    lives(highManager, ISSUE);
    lives(midPresident, RECEIVE);
    does(highManager, movedTo('2026-03-12'));
    story.on('2026-03-12');
    does(highManager, heldWith());
    expect(talksIn(story.events)).toMatchObject([
      { rescheduled: [{ heldOn: '2026-03-12' }], held: { heldOn: '2026-03-12', signature: null } },
    ]);
    does(midPresident, refusedFor('与谈话不符'));
    expect(talksIn(story.events)).toMatchObject([
      {
        held: {
          signature: { outcome: 'refused', remark: '与谈话不符', at: '2026-03-12T01:00:00.000Z' },
        },
      },
    ]);
  });
});
