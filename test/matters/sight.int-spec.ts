import fc from 'fast-check';
import type { Recorded } from '@liuhen/kernel';
import {
  evolveMatter,
  matterFileOf,
  matterOfStream,
  type Matter,
  type MatterEvent,
  type MatterState,
} from '@liuhen/supervision';
import { eventsShownToTargets } from '../../libs/supervision/src/matter-rules/sight';
import { openMatters, readerIn } from './support/filled-matters';
import { matterHistory, MATTERS } from './support/matter-histories';

const READERS = [
  readerIn('黔', 'president', 'president', 'zhao-hong'),
  readerIn('黔', 'trial-management-director', 'trialManagementDirector', 'gu-ning'),
  readerIn('黔', 'inspector', 'inspector', 'song-yi'),
  readerIn('黔', 'handling-judge.civil-1', 'handlingJudge', 'qian-yu'),
  readerIn('黔', 'inspector', 'informationOfficer', 'song-yi'),
  readerIn('黔01', 'president', 'president', 'zhou-min'),
  readerIn('黔01', 'vice-president.civil', 'vicePresident', 'wu-tao'),
  readerIn('黔0102', 'division-chief.civil-1', 'divisionChief', 'wei-hua'),
  readerIn('黔0102', 'handling-judge.civil-1', 'handlingJudge', 'zhang-ming'),
  readerIn('黔0102', 'handling-judge.civil-1', 'handlingJudge', 'tang-yi'),
  readerIn('黔0304', 'president', 'president', 'you-jie'),
];

type History = readonly Recorded<MatterEvent>[];

const historyOf = (matter: string, events: History): History =>
  events.filter(({ header }) => matterOfStream(header.stream) === matter);

function folded(events: History): Matter | undefined {
  const state = events.reduce<MatterState>((before, event) => evolveMatter(before, event, event.header), {
    status: 'none',
  });
  return state.status === 'none' ? undefined : state;
}

let matters: Awaited<ReturnType<typeof openMatters>>;
beforeAll(async () => {
  matters = await openMatters();
});
afterAll(() => matters.close());

const listed = async (reader: (typeof READERS)[number]) =>
  (await matters.register.page({ limit: 200 }, reader)).items
    .map(({ matter, within }) => ({ matter, within }))
    .toSorted((a, b) => (a.matter < b.matter ? -1 : 1));

const readable = (events: History, reader: (typeof READERS)[number]) =>
  MATTERS.flatMap((matter) => {
    const state = folded(historyOf(matter, events));
    const file = state && matterFileOf(state);
    return file && matters.policies.mayReadMatter(file, reader)
      ? [{ matter, within: matters.policies.mayReadMatterWithin(file, reader) }]
      : [];
  });

it('the list has the matters that a reader may read, and says on which side', async () => {
  await fc.assert(
    fc.asyncProperty(matterHistory, async (events) => {
      await matters.fill(events);
      for (const reader of READERS) expect(await listed(reader)).toEqual(readable(events, reader));
    }),
    { numRuns: 60 },
  );
});

it('of the rounds those aimed at are shown the ones whose issue they may know of', async () => {
  await fc.assert(
    fc.asyncProperty(matterHistory, async (events) => {
      await matters.fill(events);
      for (const reader of READERS) {
        const rounds = await matters.register.roundsOf(MATTERS, reader);
        for (const { matter, within } of readable(events, reader)) {
          const shown = rounds.filter((round) => round.matter === matter).map(({ round }) => round);
          const history = historyOf(matter, events);
          const known = within ? history : issuedTo(history);
          expect(shown).toEqual([...new Set(known.map(({ data }) => data.round))]);
        }
      }
    }),
    { numRuns: 60 },
  );
});

function issuedTo(history: History): History {
  const shown = eventsShownToTargets(history);
  return history.filter(({ type, header }) => type === 'MatterIssued' && shown.has(header.id));
}
