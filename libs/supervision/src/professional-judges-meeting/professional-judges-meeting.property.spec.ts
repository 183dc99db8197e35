import fc from 'fast-check';
import { guizhouFacts } from '../court-rules/testing/guizhou-facts';
import { lifeOf, openDuties, type Life } from '../court-rules/testing/life-of-a-case';
import { by, document, registered } from '../court-rules/testing/nanming-case';
import type { Speech } from '../law/discussion';
import type { SeatedJudge } from '../law/judge-grades';
import type { HeededEvent } from './meetings';
import {
  professionalJudgesMeetingDecider,
  type ProfessionalJudgesMeetingCommand,
} from './professional-judges-meeting.decider';
import { professionalJudgesMeetingDuties } from './professional-judges-meeting.duties';

const facts = guizhouFacts();

type Lived = Life<HeededEvent>;
type Step = (life: Lived) => {
  readonly command: ProfessionalJudgesMeetingCommand;
  readonly act: ReturnType<typeof by>;
};

const JUDGES: readonly SeatedJudge[] = [
  { person: 'kong-wei', grade: 'thirdGrade', gradeSince: '2020-01-01' },
  { person: 'chu-yun', grade: 'fourthSenior', gradeSince: '2020-01-01' },
  { person: 'tao-ran', grade: 'thirdSenior', gradeSince: '2020-01-01' },
  { person: 'wei-hua', grade: 'secondGrade', gradeSince: '2020-01-01' },
];

const person = fc.constantFrom(
  'wei-hua',
  'wei-hua',
  'wei-hua',
  'wei-hua',
  'zhang-ming',
  'he-qian',
  'chen-lei' as const,
);
const toConvene = (life: Lived) => openDuties(life, 'meetingConvening')[0] ?? 'none';

const speech = (speaker: string, part: Speech['part'], other: string | null): Speech => ({
  speaker,
  part,
  text: '……',
  stance: part === 'opinion' ? (other === null ? 'panel' : 'other') : null,
  view: other,
});

const held = (views: readonly (string | null)[]): readonly Speech[] => [
  speech('zhang-ming', 'report', null),
  ...JUDGES.flatMap(({ person: judge }, n) =>
    n < views.length || judge === 'wei-hua' ? [speech(judge, 'opinion', views[n] ?? null)] : [],
  ),
  speech('wei-hua', 'summary', null),
];

const NEXT_MONTH = '2026-04-20T01:00:00.000Z';

const step: fc.Arbitrary<Step> = fc.oneof(
  person.map((who): Step => () => ({
    command: { type: 'RequestMeeting', data: { grounds: ['other'], questions: ['……'] } },
    act: by(who),
  })),
  fc.record({ who: person, few: fc.boolean() }).map(({ who, few }): Step => (life) => ({
    command: {
      type: 'ConveneMeeting',
      data: {
        duty: toConvene(life),
        chair: 'wei-hua',
        members: few ? JUDGES.slice(2) : JUDGES,
        invited: [],
        materials: [document],
        heldOn: '2026-03-02',
      },
    },
    act: by(who),
  })),
  fc
    .record({ who: person, reason: fc.constantFrom('lawClear' as const, 'alreadyDiscussed' as const) })
    .map(({ who, reason }): Step => (life) => ({
      command: { type: 'DeclineMeeting', data: { duty: toConvene(life), reason, explanation: '……' } },
      act: by(who),
    })),
  fc
    .record({
      who: person,
      meeting: fc.constantFrom('1', '1', '1', '2'),
      views: fc.array(fc.constantFrom(null, 'A', 'B'), { maxLength: 4 }),
    })
    .map(({ who, meeting, views }): Step => () => ({
      command: {
        type: 'ConcludeMeeting',
        data: { meeting, speeches: held(views), summary: '……', minutes: document },
      },
      act: by(who),
    })),
  fc.boolean().map((late): Step => (life) => ({
    command: {
      type: 'LapseMeeting',
      data: { duty: openDuties(life, 'requestedMeetingConclusion')[0] ?? 'none' },
    },
    act: by('supervision-system', late ? { at: NEXT_MONTH } : {}),
  })),
);

const live = (steps: readonly Step[]): Lived =>
  lifeOf(
    professionalJudgesMeetingDecider,
    professionalJudgesMeetingDuties,
    facts,
    [registered] as readonly HeededEvent[],
    steps,
  );

const asking: Step = () => ({
  command: { type: 'RequestMeeting', data: { grounds: ['other'], questions: ['……'] } },
  act: by('zhang-ming'),
});

const convening: Step = (life) => ({
  command: {
    type: 'ConveneMeeting',
    data: {
      duty: toConvene(life),
      chair: 'wei-hua',
      members: JUDGES,
      invited: [],
      materials: [document],
      heldOn: '2026-03-02',
    },
  },
  act: by('wei-hua'),
});

const steps = fc
  .tuple(fc.boolean(), fc.array(step, { maxLength: 15 }))
  .map(([convened, random]) => [asking, ...(convened ? [convening] : []), ...random]);

describe('whatever is asked of meetings, by whomever', () => {
  it('one that was declined or lapsed stands in nobody’s way: the panel can ask again at once', () => {
    fc.assert(
      fc.property(steps, (sequence) => {
        const life = live(sequence);
        if (openDuties(life, 'meetingConvening').length > 0) return;
        const again = live([...sequence, asking]);
        expect(again.events.at(-1)?.type).toBe('MeetingRequested');
      }),
    );
  });

  it('a conclusion is what more than half of those hold who spoke, or none', () => {
    let concluded = 0;
    fc.assert(
      fc.property(steps, (sequence) => {
        for (const event of live(sequence).events) {
          if (event.type !== 'MeetingConcluded') continue;
          concluded += 1;
          const { speeches, conclusion, majorityView } = event.data;
          const views = speeches.filter(({ part }) => part === 'opinion').map(({ view }) => view);
          const most = [null, 'A', 'B'].find(
            (view) => views.filter((each) => each === view).length * 2 > views.length,
          );
          const expected = most === undefined ? 'noMajority' : most === null ? 'supportsPanel' : 'otherView';
          expect([conclusion, majorityView]).toEqual([expected, most ?? null]);
          expect(views.length).toBeGreaterThanOrEqual(3);
        }
      }),
    );
    expect(concluded).toBeGreaterThan(0);
  });

  it('duties opened are those discharged, waived and open, each with a holder in a post that exists', () => {
    fc.assert(
      fc.property(steps, (sequence) => {
        const duties = [...live(sequence).ledger.values()];
        const counted = (status: string) => duties.filter((duty) => duty.status === status).length;
        expect(counted('open') + counted('discharged') + counted('waived')).toBe(duties.length);
        expect(duties.every(({ terms }) => facts.posts.has(terms.holder.post))).toBe(true);
      }),
    );
  });
});
