import { specify } from '@liuhen/kernel/testing';
import { actIn, actorIn, FACTS, headerOf, POSTS } from '../proposals/testing';
import { delegated, directoryOf } from '../posts/testing';
import { withPolicyEvent, emptyPolicyBook } from './policy-book';
import { policyProposalDecider } from './policy-proposal.decider';
import { policyStream, type PolicyAdopted } from './policy.events';

const kind = { policy: 'review', title: '规则', check: () => undefined };
const given = specify(policyProposalDecider, { ...FACTS, kinds: [kind] });

const adopted = (court = 'c', clauses: PolicyAdopted['data']['clauses'] = {}): PolicyAdopted => ({
  type: 'PolicyAdopted',
  data: {
    policy: 'review',
    version: `review-${court}-2026-01`,
    court,
    title: '规则',
    from: '2026-04-01',
    until: null,
    clauses: { limits: { text: '三日', content: { days: 3 } }, ...clauses },
    source: { document: null, note: '院务会议', confirmed: true },
  },
});
const adoption = (court = 'c', clauses = {}) =>
  ({ type: 'AdoptPolicy', data: adopted(court, clauses).data }) as const;

const propose = (change = adoption(), reason = '年度修订') =>
  ({ type: 'ProposeChange', data: { change, reason } }) as const;
const answer = <Type extends string>(type: Type, proposal = '1', reason = '可行') =>
  ({ type, data: { proposal, reason } }) as const;

const proposed = {
  type: 'ChangeProposed',
  data: { proposal: '1', change: adoption(), reason: '年度修订', expiresOn: '2026-03-31' },
  header: headerOf('c.director'),
} as const;
const approved = (post: string, enacts = false) =>
  ({
    type: 'ProposalApproved',
    data: { proposal: '1', reason: '可行', enacts },
    header: headerOf(post),
  }) as const;
const bare = <Event extends { readonly type: string; readonly data: object }>({ type, data }: Event) => ({
  type,
  data,
});

describe('a proposal about a rule', () => {
  it('is made by the president or the director of trial management, and expires', () => {
    for (const post of ['c.director', 'c.president'])
      given()
        .when(propose(), actIn(post))
        .then(bare(proposed) as never);
  });

  it.each(['c.vice', 'c.judge', 'c.security', 'c.system', 'c.audit', 'd.president', 'nobody'])(
    'is not made by %s',
    (post) => {
      given().when(propose(), actIn(post)).thenRefused('policy-not-permitted');
    },
  );

  it('says why, and proposes what could be laid down', () => {
    given().when(propose(adoption(), ' '), actIn('c.director')).thenRefused('proposal-without-reason');
    given(adopted()).when(propose(), actIn('c.director')).thenRefused('policy-version-taken');
  });

  it('is enacted by the second approval, in the same append', () => {
    given(proposed)
      .when(answer('ApproveProposal'), actIn('c.vice'))
      .then(bare(approved('c.vice')) as never);
    given(proposed, approved('c.vice'))
      .when(answer('ApproveProposal'), actIn('c.president'))
      .then(bare(approved('c.president', true)) as never, adopted());
  });

  it.each(['c.judge', 'c.political', 'c.security', 'c.system', 'c.audit', 'd.president'])(
    'is not approved or declined by %s',
    (post) => {
      for (const type of ['ApproveProposal', 'DeclineProposal'] as const)
        given(proposed).when(answer(type), actIn(post)).thenRefused('policy-approval-not-permitted');
    },
  );

  it('is not approved twice by one person, in whichever post', () => {
    const dependent = 'proposal-approval-not-independent';
    given(proposed).when(answer('ApproveProposal'), actIn('c.director')).thenRefused(dependent);
    given(proposed, approved('c.president'))
      .when(answer('ApproveProposal'), actIn('c.secretary'))
      .thenRefused(dependent);
  });

  it('is not approved by who stands in for who proposed, nor for whom who proposed stands in', () => {
    const to = { person: 'cao', to: 'chu', toPost: 'c.vice', from: '2026-01-01' };
    const posts = directoryOf([delegated('c.director', to)], POSTS);
    const dependent = 'proposal-approval-not-independent';
    const inHisName = { actor: actorIn('c.director', '1', 'chu') };
    given(proposed).when(answer('ApproveProposal'), actIn('c.vice'), { posts }).thenRefused(dependent);
    given(proposed)
      .when(answer('ApproveProposal'), actIn('c.director', inHisName), { posts })
      .thenRefused(dependent);
    given({ ...proposed, header: { ...headerOf('c.director'), ...inHisName } })
      .when(answer('ApproveProposal'), actIn('c.director'), { posts })
      .thenRefused(dependent);
  });

  it('is withdrawn by who made it, declined by one who could approve, and then over', () => {
    const declined = { type: 'ProposalDeclined', data: answer('DeclineProposal').data } as const;
    given(proposed).when(answer('DeclineProposal'), actIn('c.vice')).then(declined);
    given(proposed)
      .when(answer('WithdrawProposal'), actIn('c.director'))
      .then({ type: 'ProposalWithdrawn', data: answer('WithdrawProposal').data });
    given(proposed)
      .when(answer('WithdrawProposal'), actIn('c.vice'))
      .thenRefused('proposal-withdrawal-not-permitted');
    given(proposed, declined)
      .when(answer('ApproveProposal'), actIn('c.president'))
      .thenRefused('proposal-closed');
    given().when(answer('ApproveProposal'), actIn('c.vice')).thenRefused('proposal-not-found');
  });

  it('is over on the day on which it expires, and what it would enact has still to be possible', () => {
    const at = (day: string) => actIn('c.president', { at: `${day}T01:00:00.000Z` });
    const approve = answer('ApproveProposal');
    given(proposed, approved('c.vice')).when(approve, at('2026-03-31')).thenRefused('proposal-expired');
    const late = { ...proposed, data: { ...proposed.data, expiresOn: '2026-05-01' } };
    given(late, approved('c.vice')).when(approve, at('2026-04-02')).thenRefused('policy-retroactive');
  });
});

describe('what courts beneath lay down', () => {
  const beneath = propose(adoption('d'));
  const above = (allowed: boolean) =>
    withPolicyEvent(emptyPolicyBook, {
      ...adopted('c', { 'local-additions': { text: '下级法院另作规定', content: { allowed } } }),
      header: { stream: policyStream('c', 'review') },
    });

  it('is allowed unless the rule above closes it', () => {
    const { data } = { data: { ...proposed.data, change: adoption('d') } };
    given().when(beneath, actIn('d.president')).then({ type: 'ChangeProposed', data });
    given()
      .when(beneath, actIn('d.president'), { policies: above(true) })
      .then({ type: 'ChangeProposed', data });
    given()
      .when(beneath, actIn('d.president'), { policies: above(false) })
      .thenRefused('policy-local-additions-closed');
  });

  it('is no matter of the court’s own rule, whose clause says yes or no and nothing else', () => {
    const says = (content: object) =>
      adoption('c', { 'local-additions': { text: '下级法院另作规定', content } });
    given()
      .when(propose(says({ allowed: 'no' })), actIn('c.director'))
      .thenRefused('policy-clause-invalid', /allowed/);
    expect(given().when(propose(says({ allowed: false })), actIn('c.director')).decision).toHaveLength(1);
  });
});

describe('the rule on proposals', () => {
  it('says for how many days they can be approved', () => {
    const policies = withPolicyEvent(emptyPolicyBook, {
      type: 'PolicyAdopted',
      data: {
        ...adopted().data,
        policy: 'administration',
        version: 'administration-c-2026-01',
        from: '2026-01-01',
        clauses: { proposals: { text: '五日', content: { expireAfterDays: 5 } } },
      },
      header: { stream: policyStream('c', 'administration') },
    });
    const { decision } = given().when(propose(), actIn('c.director'), { policies });
    expect(decision).toMatchObject([{ data: { expiresOn: '2026-03-06' } }]);
  });
});
