import { seededEntropy } from '@liuhen/event-store/testing';
import type {
  Basis,
  DutyChange,
  DutyHolder,
  DutyTerms,
  EventHeader,
  Message,
  Position,
  Recorded,
} from '@liuhen/kernel';
import { someHeader } from '@liuhen/kernel/testing';
import { sqlOf } from '@liuhen/read-models';
import { dutyRulebookOf } from '@liuhen/supervision';
import { dutiesProjection } from '../../../libs/read-models/src/duties/duties.projection';
import { newPool } from '../../read-models/bench';

export type DutiesChanged = Message<'DutiesChanged', { changes: readonly DutyChange[] }>;

/** An act whose events do to duties whatever they say. */
export const testAct = {
  events: { DutiesChanged: { schema: 1 } },
  duties: { DutiesChanged: ({ data }: DutiesChanged) => data.changes },
  dutyKinds: { review: '阅核' },
};

const testRulebook = dutyRulebookOf([testAct]);
export const testProjection = dutiesProjection(testRulebook);

export const CASE = '（2026）黔0102民初1号';
export const BASIS = { policy: 'policy-guizhou-1', clause: '阅核·1' } satisfies Basis;

/** Posts of the demonstration people in 南明区人民法院 and 贵阳市中级人民法院. */
export const HOLDERS = {
  judge: holder('黔0102', 'handling-judge.civil-1', 'judge', 'zhang-ming', '民事审判第一庭'),
  chief: holder('黔0102', 'division-chief.civil-1', 'courtLeaders', null, '民事审判第一庭'),
  vicePresident: holder('黔0102', 'vice-president.civil', 'courtLeaders', null, null),
  president: holder('黔0102', 'president', 'courtLeaders', null, null),
  managers: holder('黔0102', 'trial-management-officer', 'trialManagement', null, '审判管理办公室'),
  upperChief: holder('黔01', 'division-chief.civil-1', 'upperAndLowerCourts', null, '民事审判第一庭'),
} as const;

function holder(
  court: string,
  post: string,
  party: DutyHolder['party'],
  person: string | null,
  division: string | null,
): DutyHolder {
  return { court, division, post: `${court}.${post}`, person, party };
}

const terms = (duty: string, changes: Partial<DutyTerms> = {}): DutyTerms => ({
  duty,
  kind: 'review',
  holder: HOLDERS.chief,
  due: '2026-03-04',
  provisional: false,
  warnings: [],
  ...changes,
});

export const open = (duty: string, changes: Partial<DutyTerms> = {}): DutyChange => ({
  change: 'open',
  terms: terms(duty, changes),
});
export const discharge = (duty: string): DutyChange => ({ change: 'discharge', duty });
export const handOver = (duty: string, to: DutyHolder): DutyChange => ({ change: 'handOver', duty, to });

const { newId } = seededEntropy('test-duties');

/** An event on the case by its handling judge, unless the header says otherwise. */
export const changed = (
  changes: readonly DutyChange[],
  header: Partial<EventHeader> = {},
): Recorded<Message> => ({
  type: 'DutiesChanged',
  data: { changes },
  header: someHeader({
    id: newId(),
    type: 'DutiesChanged',
    stream: `case-${header.case ?? CASE}`,
    case: CASE,
    basis: [BASIS],
    actor: { person: 'zhang-ming', post: HOLDERS.judge.post, party: 'judge', delegation: null },
    ...header,
  }),
  position: 'business:1' as Position,
  leafHash: '0'.repeat(64),
});

/** Puts duties into the live read model, as if an act had opened them. */
export async function recordDuties(ownerUrl: string, events: readonly Recorded<Message>[]): Promise<void> {
  const pool = newPool(ownerUrl);
  try {
    const { rows } = await pool.query<{ build: string }>(
      `select build from read.builds where projection = 'duties' and state = 'live'`,
    );
    const client = await pool.connect();
    await client.query(`set search_path to ${rows[0]?.build ?? ''}`);
    await testProjection.apply(sqlOf(client), events);
    client.release();
  } finally {
    await pool.end();
  }
}
