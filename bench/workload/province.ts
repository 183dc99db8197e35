import { guizhouCourts, postKindOf, type PostCommand } from '@liuhen/courts';
import {
  instantOf,
  type Actor,
  type DutyChange,
  type DutyHolder,
  type EventHeader,
  type Message,
  type Recorded,
} from '@liuhen/kernel';
import { dutyRulebookOf } from '@liuhen/supervision';
import { systemEntropy } from '../../libs/platform/src/runtime/system';

/** A post of the invented province, with who holds it. */
export interface ProvincePost {
  readonly id: string;
  readonly people: readonly string[];
  /** Establishing it, then appointing everybody. */
  readonly commands: readonly PostCommand[];
  readonly court: string;
  readonly kind: string;
  readonly division: string | null;
}

/** Each court has a president, two vice presidents, and five divisions of a chief and eight judges. */
const DIVISIONS = ['立案庭', '民事审判第一庭', '民事审判第二庭', '刑事审判庭', '行政审判庭'];
const JUDGES = 8;
const FROM = '2024-01-01';

/** Duties open in each court; there are as many courts as that makes, all of Guizhou's at most. */
const DUTIES_PER_COURT = 1_000;

/** Courts with their people and what they owe. */
export interface Province {
  readonly posts: readonly ProvincePost[];
  /** The n-th open duty. */
  duty(n: number): Recorded<Message>;
  /** Those in whose posts most duties pile up, and judges, of all its courts. */
  people(count: number): readonly string[];
}

export function provinceOf(duties: number): Province {
  const count = Math.max(1, Math.ceil(duties / DUTIES_PER_COURT));
  const courts = guizhouCourts.slice(0, count).map(({ courtId }) => newCourt(courtId));
  const posts = courts.flat();
  return {
    posts,
    duty: (n) => dutyOf(pick(courts, n), n, Math.floor(n / courts.length)),
    people: (most) => {
      const first = posts.map(({ people: [person = ''] }) => person);
      const stride = Math.max(1, Math.floor(first.length / most));
      return first.filter((_, index) => index % stride === 0).slice(0, most);
    },
  };
}

type BenchCourt = readonly ProvincePost[];

const newCourt = (court: string): BenchCourt => [
  newPost(court, 'president', null, 1),
  newPost(court, 'vicePresident', null, 1, '1'),
  newPost(court, 'vicePresident', null, 1, '2'),
  ...DIVISIONS.flatMap((division, index) => [
    newPost(court, 'divisionChief', division, 1, String(index)),
    newPost(court, 'handlingJudge', division, JUDGES, String(index)),
  ]),
];

function newPost(
  court: string,
  kind: string,
  division: string | null,
  seats: number,
  number = '',
): ProvincePost {
  const id = `${court}.bench-${kind}${number}`;
  const people = Array.from({ length: seats }, (_, seat) => `${id}-${String(seat)}`);
  const establish = { type: 'EstablishPost', data: { court, kind, title: id, division } } as const;
  const appoint = people.map((person): PostCommand => ({
    type: 'AppointPerson',
    data: { person, name: person, from: FROM, demonstration: true },
  }));
  return { id, people, commands: [establish, ...appoint], court, kind, division };
}

type Opened = Message<'BenchDutyOpened', { change: DutyChange }>;

export const provinceRulebook = dutyRulebookOf([
  {
    events: { BenchDutyOpened: { schema: 1 } },
    duties: { BenchDutyOpened: ({ data }: Opened) => [data.change] },
    dutyKinds: { review: '阅核' },
  },
]);

const pick = <Item>(items: readonly Item[], n: number): Item => {
  const item = items[n % items.length];
  if (item === undefined) throw new Error('there is none to pick');
  return item;
};

/** Seven of ten are judges', two chiefs', the rest those of the three at the top. */
const SHARE = ['handlingJudge', 'handlingJudge', 'divisionChief', 'handlingJudge', 'handlingJudge'];
const kindOf = (n: number): string =>
  n % 10 === 9 ? (n % 3 === 0 ? 'president' : 'vicePresident') : pick(SHARE, n);

/** On a case of its own, opened by one of the court's judges. @param turn of the court, from 0 */
function dutyOf(posts: BenchCourt, n: number, turn: number): Recorded<Message> {
  // So that each kind of post comes to each of its posts.
  const round = Math.floor(turn / 10) + turn;
  const ofKind = (kind: string): ProvincePost =>
    pick(
      posts.filter((post) => post.kind === kind),
      round,
    );
  const bench = ofKind('handlingJudge');
  const holder = holderOf(ofKind(kindOf(turn)), round);
  const change: DutyChange = { change: 'open', terms: termsOf(holder, n) };
  return {
    type: 'BenchDutyOpened',
    data: { change },
    header: headerOf(n, bench.court, { post: bench.id, person: pick(bench.people, round + 1) }),
    position: '' as Recorded<Message>['position'],
    leafHash: '',
  };
}

/** What the ledger reads of a header, and the rest of it. */
function headerOf(n: number, court: string, judge: Pick<Actor, 'person' | 'post'>): EventHeader {
  const caseNumber = `（2026）${court}民初${String(n + 1)}号`;
  const recordedAt = instantOf(Date.UTC(2026, 0, 5) + n);
  return {
    v: 1,
    id: systemEntropy.newId(),
    type: 'BenchDutyOpened',
    schema: 1,
    log: 'bench.invalid/business',
    stream: `case-${caseNumber}`,
    rev: 0,
    prev: null,
    court,
    case: caseNumber,
    actor: { ...judge, party: 'judge', delegation: null },
    basis: [{ policy: 'pre-issue-review-黔-2024-01', clause: 'scope-default' }],
    occurredAt: recordedAt,
    recordedAt,
    source: 'live',
    command: { key: String(n), hash: '', signature: null },
    correlation: 'bench',
    cause: null,
    secrecy: 'inner',
    payloadHash: '',
  };
}

function holderOf({ court, division, id, kind, people }: ProvincePost, round: number): DutyHolder {
  const party = postKindOf(kind)?.party ?? 'judge';
  return { court, division, post: id, person: people.length === 1 ? null : pick(people, round), party };
}

/** Due on one of a hundred days around the turn of the year. */
const termsOf = (holder: DutyHolder, n: number) => ({
  duty: 'review/1/1',
  kind: 'review',
  holder,
  due: instantOf(Date.UTC(2026, 10, 1) + (n % 100) * 86_400_000).slice(0, 10),
  provisional: false,
  warnings: [],
});
