import { FixedClock } from '@liuhen/event-store/testing';
import { startApi, type RunningApi } from '../api/support/running-api';
import type { Acting } from './support/matter-desk';
import {
  BYSTANDER,
  CASE,
  JUDGE,
  LOW_CHIEF,
  LOW_PRESIDENT,
  MANAGER,
  MID_CHIEF,
  MID_PRESIDENT,
  pressedCourts,
  STRANGER,
  type PressedCourts,
} from './support/pressed-courts';

const clock = new FixedClock('2026-03-02T01:00:00.000Z');
const on = (day: string): void => {
  clock.set(`${day}T01:00:00.000Z`);
};

let api: RunningApi;
let courts: PressedCourts;
beforeAll(async () => {
  api = await startApi({ clock });
  courts = await pressedCourts(api, on);
}, 120_000);
afterAll(() => api.close());

const get = <Answer>(who: Acting, path: string, query: Record<string, string> = {}) =>
  courts.get<Answer>(who, path, query);

interface Row {
  readonly matter: string;
}
interface Told {
  readonly events: readonly {
    readonly type: string | null;
    readonly line: string;
    readonly matter: string | null;
  }[];
  readonly matters: readonly Row[];
}
const typesIn = ({ events }: Told) => events.map(({ type }) => type);

describe('the history of a matter', () => {
  it('withholds from those aimed at what is internal, and says that it is there', async () => {
    const told = await get<Told>(MID_PRESIDENT, `/matters/${courts.referred}/history`);
    const whole = await get<Told>(MANAGER, `/matters/${courts.referred}/history`);
    expect(typesIn(told).filter((type) => type !== null && type !== 'DutyWarningRaised')).toEqual([
      'MatterIssued',
      'MatterReceived',
    ]);
    expect(told.events).toHaveLength(whole.events.length);
    expect(told.events[0]).toMatchObject({ line: '发起一方的内部记录，内容不公开', actor: null });
    expect(JSON.stringify(told)).not.toContain('督察移送');
    expect(whole).toMatchObject({ within: true, matter: { instrument: 'inspectorateReferral' } });
    expect(told).toMatchObject({ within: false, matter: { instrument: 'writtenInquiry' } });
  });

  it('can be cut and compared', async () => {
    const path = `/matters/${courts.referred}`;
    const early = await get<Told>(MANAGER, `${path}/history`, { asOf: '2026-03-03' });
    expect(typesIn(early)).toEqual(['MatterDrafted', 'MatterApproved', 'MatterIssued', 'MatterReceived']);
    const difference = await get<{ readonly added: Told['events'] }>(MANAGER, `${path}/diff`, {
      from: '2026-03-29',
      to: '2026-03-30',
    });
    expect(difference.added.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['MatterEscalated', 'MatterDrafted', 'MatterApproved', 'MatterIssued']),
    );
  });

  it.each([BYSTANDER, MID_CHIEF, JUDGE, STRANGER])('is not there for %s', async (who) => {
    for (const rest of ['history', 'diff?from=2026-01-01&to=2026-12-31', 'accountability']) {
      const { body } = await courts.desk.get(who, `/api/v1/matters/${courts.referred}/${rest}`);
      expect(body).toMatchObject({ status: 404, code: 'matter-not-found' });
    }
  });
});

describe('the history of a court, a post and a case', () => {
  it('of a court tells its matters in order, as far as the reader may know of them', async () => {
    const path = `/courts/${encodeURIComponent('黔01')}/history`;
    expect((await get<Told>(MANAGER, path)).matters.map((one) => courts.nameOf(one))).toEqual([
      'accepted',
      'referred',
      'assigned',
    ]);
    expect((await get<Told>(MID_PRESIDENT, path)).matters.map((one) => courts.nameOf(one))).toEqual([
      'accepted',
      'referred',
      'assigned',
    ]);
    expect(await get(STRANGER, path)).toMatchObject({ name: '贵州省贵阳市中级人民法院', events: [] });
    const first = await get<Told & { next: string }>(MANAGER, path, { limit: '2' });
    expect(first.matters.map((one) => courts.nameOf(one))).toEqual(['accepted', 'referred']);
    const rest = await get<Told>(MANAGER, path, { limit: '2', cursor: first.next });
    expect(rest.matters.map((one) => courts.nameOf(one))).toEqual(['assigned']);
  });

  it('of a post tells the matters that it has to do with', async () => {
    const path = (post: string) => `/posts/${encodeURIComponent(post)}/history`;
    expect((await get<Told>(MANAGER, path('黔.inspector'))).matters.map((one) => courts.nameOf(one))).toEqual(
      ['referred'],
    );
    expect((await get<Told>(MID_PRESIDENT, path('黔.inspector'))).matters).toEqual([]);
    const own = await get<Told>(MID_PRESIDENT, path('黔01.vice-president.civil'));
    expect(own.matters.map((one) => courts.nameOf(one))).toEqual(['accepted']);
  });

  it('of a case tells the matters that name it between its own events', async () => {
    const path = `/cases/${encodeURIComponent(CASE)}/history`;
    const told = await get<Told>(LOW_PRESIDENT, path);
    expect(told.matters.map((one) => courts.nameOf(one))).toEqual(['onCase']);
    const ownTypes = told.events.filter(({ matter }) => matter === null).map(({ type }) => type);
    expect(ownTypes).toContain('CaseRegistered');
    expect(told.events.some(({ type, matter }) => type === 'MatterDrafted' && matter === courts.onCase)).toBe(
      true,
    );
    const aimedAt = await get<Told>(LOW_CHIEF, path);
    expect(aimedAt.events.find(({ matter }) => matter !== null)?.line).toBe('发起一方的内部记录，内容不公开');
    expect(typesIn(await get<Told>(JUDGE, path))).toEqual(ownTypes);
  });
});

describe('what is owed in matters', () => {
  interface Duties {
    readonly items: readonly {
      readonly matter: string | null;
      readonly matterTitle: string | null;
      readonly kind: string;
    }[];
  }
  const inMatters = async (who: Acting, query: Record<string, string> = {}) =>
    (await get<Duties>(who, '/duties', query)).items.filter(({ matter }) => matter !== null);

  it('is known to the courts that hold or opened it, and says in which', async () => {
    const held = await inMatters(MID_PRESIDENT, { kind: 'rectification' });
    expect(held).toMatchObject([{ matter: courts.accepted, matterTitle: '关于长期未结案件的函询' }]);
    expect(await inMatters(MANAGER, { kind: 'matterReceipt' })).toMatchObject([
      { matter: courts.referred, matterTitle: '关于发改率的函询' },
    ]);
    expect(await inMatters(LOW_PRESIDENT)).toMatchObject([{ matter: courts.onCase }]);
    // The president is who answers, and the vice-president who is to put it right.
    expect(await inMatters('wu-tao')).toMatchObject([{ matter: courts.accepted, kind: 'rectification' }]);
    expect(await inMatters(STRANGER)).toEqual([]);
  });

  it('is unknown to the leaders at whom their own court aims, but for what is theirs to do', async () => {
    const kindsFor = async (who: Acting) =>
      (await inMatters(who, { condition: 'all' })).map(({ kind }) => kind).toSorted();
    expect(await kindsFor(LOW_CHIEF)).toEqual(['matterReceipt', 'matterReply']);
    expect(await kindsFor(LOW_PRESIDENT)).toEqual(
      ['matterApproval', 'matterIssue', 'matterReceipt', 'matterReply'].toSorted(),
    );
  });

  it('is unknown to the courts above, which see the duties of cases', async () => {
    expect(await inMatters('inspector', { court: '黔0102' })).toEqual([]);
    expect(await inMatters('inspector', { court: '黔01', kind: 'rectification' })).toHaveLength(1);
  });

  it('is on the card of the matter, each side with what it may know', async () => {
    interface Card {
      readonly innerFile: boolean;
      readonly matter: Row;
      readonly parties: readonly { readonly responsibilities: readonly { readonly kind: string }[] }[];
    }
    const kindsOf = async (who: Acting) => {
      const card = await get<Card>(who, `/matters/${courts.accepted}/accountability`);
      const kinds = card.parties.flatMap(({ responsibilities }) => responsibilities.map(({ kind }) => kind));
      return { innerFile: card.innerFile, kinds: kinds.toSorted() };
    };
    const within = await kindsOf(MANAGER);
    expect(within.innerFile).toBe(true);
    expect(within.kinds).toEqual(expect.arrayContaining(['matterApproval', 'matterReply', 'matterCloseOut']));
    const beside = await kindsOf(MID_PRESIDENT);
    expect(beside.innerFile).toBe(false);
    expect(beside.kinds).toEqual(expect.arrayContaining(['matterReply', 'rectification']));
    expect(beside.kinds).not.toContain('matterApproval');
  });
});
