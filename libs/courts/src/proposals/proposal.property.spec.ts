import { fold, isRefusal, type EventHeader, type Message } from '@liuhen/kernel';
import { someHeader } from '@liuhen/kernel/testing';
import fc from 'fast-check';
import { keyProposalDecider } from '../keys/key-proposal.decider';
import { policyProposalDecider } from '../policies/policy-proposal.decider';
import { policyDecider } from '../policies/policy.decider';
import { postProposalDecider } from '../posts/post-proposal.decider';
import { postDecider } from '../posts/post.decider';
import { delegated, directoryOf } from '../posts/testing';
import type { GuardedChange } from './change-text';
import { actIn, actorIn, FACTS, HOLDERS, POSTS } from './testing';

const VICE = 'c.vice';
const posts = directoryOf(
  [delegated('c.director', { person: 'cao', to: 'chu', toPost: VICE, from: '2026-01-01' })],
  POSTS,
);
const facts = {
  ...FACTS,
  posts,
  keys: new Map(),
  kinds: [{ policy: 'review', title: '', check: () => undefined }],
};

const adoption: GuardedChange = {
  type: 'AdoptPolicy',
  data: {
    ...{ policy: 'review', version: 'review-c-2026-01', court: 'c', title: '规则' },
    ...{ from: '2026-04-01', until: null },
    clauses: { limits: { text: '三日', content: {} } },
    source: { document: null, note: '', confirmed: true },
  },
};
const key: GuardedChange = {
  type: 'RegisterKey',
  data: {
    person: 'zhang',
    jwk: { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' },
    ...{ from: '2026-03-01', until: null },
  },
};
const appointment: GuardedChange = {
  type: 'AppointPerson',
  data: { person: 'bai', name: '白鹭', from: '2026-03-01', demonstration: false },
};
const oversight: GuardedChange = {
  type: 'AssignOversight',
  data: { divisions: ['民庭'], from: '2026-03-01' },
};

/** Everybody in each of their posts, and the delegate in the name of who delegated. */
const ACTORS = [...HOLDERS.map(({ post }) => actorIn(post)), actorIn('c.director', '1', 'chu')];

const answer = fc.oneof(
  { weight: 8, arbitrary: fc.constant('ApproveProposal') },
  { weight: 1, arbitrary: fc.constantFrom('DeclineProposal', 'WithdrawProposal') },
);

const step = (change: GuardedChange) =>
  fc.record({
    actor: fc.constantFrom(...ACTORS),
    command: fc.oneof(
      fc.constant({ type: 'ProposeChange', data: { change, reason: '事由' } }),
      fc.constant(change),
      fc.record({
        type: answer,
        data: fc.record({ proposal: fc.constantFrom('1', '2'), reason: fc.constant('事由') }),
      }),
    ),
  });

type Recorded = Message & { readonly header: EventHeader };
interface Deciding {
  readonly initial: unknown;
  readonly decide: (command: never, state: never, act: never, facts: never) => unknown;
  readonly evolve: (state: never, event: never, header: never) => unknown;
}

/** What comes of the commands, by whichever of the two deciders of a stream knows them; refusals change nothing. */
function lived(
  steps: readonly { readonly actor: (typeof ACTORS)[number]; readonly command: Message }[],
  proposals: Deciding,
  direct: Deciding | undefined,
  before: readonly Recorded[],
): readonly Recorded[] {
  const history = [...before];
  for (const { actor, command } of steps) {
    const isDirect = !command.type.includes('Propos');
    const decider = isDirect ? direct : proposals;
    if (!decider) continue;
    const own = history.filter(({ type }) => !isDirect || !type.includes('Propos'));
    const state = fold(decider as never, own as never);
    const decision = decider.decide(
      command as never,
      state as never,
      actIn(actor.post, { actor }) as never,
      { ...facts, postId: VICE } as never,
    );
    if (isRefusal(decision)) continue;
    history.push(
      ...(decision as readonly Message[]).map((event) => ({ ...event, header: someHeader({ actor }) })),
    );
  }
  return history.slice(before.length);
}

const established = (kind: string): Recorded => ({
  type: 'PostEstablished',
  data: { court: 'c', kind, title: kind, division: null },
  header: someHeader(),
});
const held: Recorded = {
  type: 'PersonAppointed',
  data: { person: 'chu', name: 'chu', from: '2024-01-01', demonstration: true },
  header: someHeader(),
};

const STREAMS = [
  ['a rule', adoption, policyProposalDecider, policyDecider, [], 3],
  ['a key', key, keyProposalDecider, undefined, [], 2],
  ['an administrator', appointment, postProposalDecider, postDecider, [established('auditAdministrator')], 2],
  ['oversight', oversight, postProposalDecider, postDecider, [established('vicePresident'), held], 2],
] as const;

describe.each(STREAMS)(
  'whatever is tried, by whom, in which order: %s',
  (_, change, decider, direct, before, people) => {
    const histories = fc
      .array(step(change), { minLength: 40, maxLength: 120 })
      .map((steps) => lived(steps, decider as unknown as Deciding, direct as unknown as Deciding, before));

    /** Of each thing that was changed, the persons who took part in it. */
    const changesIn = (history: readonly Recorded[]): readonly (readonly string[])[] =>
      history.flatMap((event, at) => {
        if (event.type.includes('Propos')) return [];
        const { proposal } = history[at - 1]?.data as { readonly proposal: string };
        const part = history.filter(
          ({ type, data }) =>
            ['ChangeProposed', 'ProposalApproved'].includes(type) &&
            (data as { readonly proposal?: string }).proposal === proposal,
        );
        return [part.map(({ header }) => header.actor.person)];
      });

    it('takes as many different people, none of them in the name of another or for themself', () => {
      fc.assert(
        fc.property(histories, (history) => {
          for (const persons of changesIn(history)) {
            expect(new Set(persons).size).toBe(persons.length);
            expect(persons).toHaveLength(people);
            expect(persons).not.toEqual(expect.arrayContaining(['cao', 'chu']));
          }
        }),
        { numRuns: 200 },
      );
    });

    it('is changed often enough for that to mean something', () => {
      const changed = fc.sample(histories, { numRuns: 200, seed: 1 }).flatMap(changesIn);
      expect(changed.length).toBeGreaterThan(20);
    });
  },
);

it('nobody who gains a power by it takes part', () => {
  const histories = fc
    .array(step(oversight), { minLength: 40, maxLength: 120 })
    .map((steps) =>
      lived(steps, postProposalDecider as unknown as Deciding, postDecider as unknown as Deciding, [
        established('vicePresident'),
        held,
      ]),
    );
  fc.assert(
    fc.property(histories, (history) => {
      const part = history.filter(({ type }) => ['ChangeProposed', 'ProposalApproved'].includes(type));
      expect(part.map(({ header }) => header.actor.person)).not.toContain('chu');
    }),
    { numRuns: 200 },
  );
});
