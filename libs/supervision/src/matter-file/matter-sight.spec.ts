import type { DutyTerms } from '@liuhen/kernel';
import type { ItemState } from '../matter-rules/matter';
import type { MatterEvent } from '../matter-rules/matter-events';
import { eventsShownToTargets } from '../matter-rules/sight';
import { atCourt, atPost, draftOf } from '../matter-rules/testing/drafts';
import { MatterStory, WHO, type Who } from '../matter-rules/testing/matter-story';
import {
  supervisionMatterDecider as decider,
  type SupervisionMatterCommand,
} from '../supervision-matter/supervision-matter.decider';
import type { ItemOwner } from '../supervision-matter/supervision-matter.events';
import { matterFileOf } from './matter-file-of';

const {
  highManager,
  highVice,
  highPresident,
  highInspector,
  midPresident,
  lowManager,
  lowVice,
  lowChief,
  lowJudge,
  lowPresident,
} = WHO;

let story: MatterStory;
beforeEach(() => (story = new MatterStory()));

const does = (who: Who, command: SupervisionMatterCommand) => story.does(who, decider, command);
const APPROVE = { type: 'ApproveMatter', data: { comment: null } } as const;
const issueAs = (number: string) => ({ type: 'IssueMatter', data: { number, letter: null } }) as const;
const RECEIVE = { type: 'ReceiveMatter', data: { duty: null } } as const;

type History = Parameters<typeof eventsShownToTargets>[0];

const shown = (history: History = story.events) => {
  const ids = eventsShownToTargets(history);
  return history.filter(({ header }) => ids.has(header.id)).map(({ type }) => type);
};

const warningOf = ({ duty, kind, due, holder }: DutyTerms) => ({
  type: 'DutyWarningRaised' as const,
  data: {
    duty,
    kind,
    due,
    step: 'overdue',
    to: 'holder',
    at: '2026-03-09T00:00:00.000Z',
    addressee: holder,
  } as const,
  header: { id: `warning ${duty}` },
});

function inquired() {
  does(highManager, { type: 'DraftMatter', data: draftOf() });
  does(highVice, APPROVE);
  does(highManager, issueAs('1号'));
}

function escalatedToInspectors() {
  inquired();
  does(midPresident, RECEIVE);
  story.on('2026-03-30');
  does(highManager, {
    type: 'EscalateMatter',
    data: { to: 'inspectorateReferral', reason: '逾期未答复' },
  });
  const referral = draftOf(
    {
      instrument: 'inspectorateReferral',
      trigger: 'escalation',
      demands: [],
      targets: [atCourt('黔01', highInspector)],
    },
    highPresident,
  );
  does(highManager, { type: 'DraftMatter', data: referral });
}

describe('what those aimed at may know of', () => {
  it('begins with the issue', () => {
    does(highManager, { type: 'DraftMatter', data: draftOf() });
    does(highVice, APPROVE);
    expect(shown()).toEqual([]);
    expect(matterFileOf(story.matter).targetCourts).toEqual([]);
    does(highManager, issueAs('1号'));
    expect(shown()).toEqual(['MatterIssued']);
    expect(matterFileOf(story.matter).targetCourts).toEqual(['黔01']);
  });

  it('is nothing of a round that is confidential, nor of one that is not issued yet', () => {
    escalatedToInspectors();
    const known = ['MatterIssued', 'MatterReceived'];
    expect(shown()).toEqual(known);
    does(highPresident, APPROVE);
    does(highManager, issueAs('2号'));
    expect(shown()).toEqual(known);
    expect(matterFileOf(story.matter).targetCourts).toEqual(['黔01']);
  });

  it('has an escalation once they are told to what it led', () => {
    escalatedToInspectors();
    does(highPresident, APPROVE);
    does(highManager, issueAs('2号'));
    const open = story.events.map((event) =>
      event.type === 'MatterDrafted' ? { ...event, data: { ...event.data, confidential: false } } : event,
    );
    expect(shown(open)).toEqual(['MatterIssued', 'MatterReceived', 'MatterEscalated', 'MatterIssued']);
  });

  it('has the warnings of duties that they know of, and no others', () => {
    inquired();
    const warned = (type: MatterEvent['type']) =>
      story.events.filter((event) => event.type === type).flatMap(({ data }) => data.charges.map(warningOf));
    const history = [...story.events, ...warned('MatterDrafted'), ...warned('MatterIssued')];
    expect(shown(history)).toEqual(['MatterIssued', 'DutyWarningRaised']);
  });

  it('has the warnings that are for their side, where it is said which are', () => {
    inquired();
    const receipt = [...story.matter.open.values()].map(warningOf);
    const toCourt = (court: string) =>
      eventsShownToTargets([...story.events, ...receipt], (to) => to.court === court);
    expect(toCourt('黔01').size - toCourt('黔').size).toBe(1);
  });

  it('has no warning of a duty that only what is internal can end', () => {
    inquired();
    const filing = (event: MatterEvent): MatterEvent =>
      ({ ...event, data: { ...event.data, charges: event.data.charges.map(filed) } }) as MatterEvent;
    const filed = (charge: DutyTerms): DutyTerms => ({ ...charge, kind: 'matterArchiving' });
    const history = story.events.map((event) => ({ ...filing(event), header: event.header }));
    const warnings = history.flatMap(({ data }) => data.charges.map(warningOf));
    expect(shown([...history, ...warnings])).toEqual(['MatterIssued']);
  });
});

describe('who is aimed at', () => {
  it('stays so when the matter goes on with others', () => {
    does(lowManager, { type: 'DraftMatter', data: draftOf({ targets: [atPost(lowChief)] }, lowVice) });
    does(lowVice, APPROVE);
    does(lowManager, issueAs('1号'));
    does(lowChief, RECEIVE);
    story.on('2026-03-30');
    does(lowManager, { type: 'EscalateMatter', data: { to: 'accountabilityTalk', reason: '逾期未答复' } });
    const talk = draftOf({ instrument: 'accountabilityTalk', targets: [atPost(lowJudge)] }, lowPresident);
    does(lowManager, { type: 'DraftMatter', data: talk });
    const { aimedAt, involved } = matterFileOf(story.matter);
    expect(aimedAt.map(({ post }) => post)).toEqual(expect.arrayContaining([lowChief[1], lowJudge[1]]));
    expect(involved.map(({ post }) => post)).not.toContain(lowChief[1]);
  });

  it('are those too who have something to put right there, but who issues or approves it', () => {
    inquired();
    const owner = { court: '黔01', post: '黔01.vice-president.civil', person: null };
    const items = new Map([item('1-1', owner), item('1-2', { ...owner, court: '黔' })]);
    const matter = { ...story.matter, items };
    const isOwner = ({ post }: { readonly post: string }) => post === owner.post;
    expect(matterFileOf(matter).aimedAt.filter(isOwner)).toHaveLength(1);
    const issuer = { ...matter.issuer, ...owner };
    expect(matterFileOf({ ...matter, issuer }).aimedAt.filter(isOwner)).toEqual([]);
  });
});

const item = (name: string, owner: ItemOwner): readonly [string, ItemState] => [
  name,
  {
    terms: { item: name, problem: '积案', measure: '清理', criterion: '清零', owner, due: '2026-06-30' },
    status: 'open',
    duty: null,
  },
];
