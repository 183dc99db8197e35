import type { Message } from '@liuhen/kernel';
import { specify } from '@liuhen/kernel/testing';
import { actIn, FACTS, headerOf, HOLDERS } from '../proposals/testing';
import type { PostChange } from './guarded-change';
import { postProposalDecider } from './post-proposal.decider';
import { postDecider } from './post.decider';
import { appointed, established } from './testing';

const SYSTEM = 'c.new-administrator';
const VICE = 'c.vice';
const [, newPost] = established(SYSTEM, 'systemAdministrator');
const vice = [established(VICE, 'vicePresident'), appointed(VICE, 'chu')].map(([, event]) => event);

const onPost = (postId: string) => specify(postProposalDecider, { ...FACTS, postId });
const system = onPost(SYSTEM);
const oversight = onPost(VICE);

const appointment = (person: string, from = '2026-03-01'): PostChange => ({
  type: 'AppointPerson',
  data: { person, name: person, from, demonstration: false },
});
const overseeing: PostChange = {
  type: 'AssignOversight',
  data: { divisions: ['民庭'], from: '2026-03-01' },
};
const propose = (change: PostChange) =>
  ({ type: 'ProposeChange', data: { change, reason: '分工' } }) as const;
const approve = { type: 'ApproveProposal', data: { proposal: '1', reason: '同意' } } as const;
const proposed = (change: PostChange, by: string) =>
  ({
    type: 'ChangeProposed',
    data: { proposal: '1', change, reason: '分工', expiresOn: '2026-03-31' },
    header: headerOf(by),
  }) as const;
const types = (decision: unknown) => (decision as readonly Message[]).map(({ type }) => type);

describe('the appointment of an administrator', () => {
  it('is proposed by one and approved by another, and never entered directly', () => {
    expect(types(system(newPost).when(propose(appointment('bai')), actIn('c.political')).decision)).toEqual([
      'ChangeProposed',
    ]);
    const { decision } = system(newPost, proposed(appointment('bai'), 'c.political')).when(
      approve,
      actIn('c.security'),
    );
    expect(types(decision)).toEqual(['ProposalApproved', 'PersonAppointed']);
    specify(postDecider, { ...FACTS, postId: SYSTEM })(newPost)
      .when(appointment('bai'), actIn('c.president'))
      .thenRefused('post-change-needs-approval');
  });

  it('gives nobody a power of their own', () => {
    const own = 'own-power-not-permitted';
    system(newPost)
      .when(propose(appointment('an')), actIn('c.security'))
      .thenRefused(own);
    system(newPost, proposed(appointment('chen'), 'c.political'))
      .when(approve, actIn('c.president'))
      .thenRefused(own);
  });

  it.each(HOLDERS)('gives $person, who holds $post, no second post beside', ({ person }) => {
    const by = person === 'lu' ? 'c.president' : 'c.political';
    system(newPost)
      .when(propose(appointment(person)), actIn(by))
      .thenRefused('administrators-separate');
  });

  it('keeps an administrator from being appointed to, or standing in for, any other post', () => {
    const judge = specify(postDecider, { ...FACTS, postId: 'c.other-judge' });
    const [, post] = established('c.other-judge', 'handlingJudge');
    for (const person of ['shi', 'an', 'cha'])
      judge(post).when(appointment(person), actIn('c.political')).thenRefused('administrators-separate');
    const delegation = { person: 'chu', to: 'an', toPost: 'c.security', from: '2026-03-01', until: null };
    specify(postDecider, { ...FACTS, postId: VICE })(...vice)
      .when({ type: 'GrantDelegation', data: { ...delegation, approver: 'chen', reason: null } }, actIn(VICE))
      .thenRefused('administrator-not-delegated');
  });

  it.each(['c.judge', 'c.system', 'c.audit', 'c.vice', 'd.president'])('is not for %s', (post) => {
    system(newPost)
      .when(propose(appointment('bai')), actIn(post))
      .thenRefused('post-proposal-not-permitted');
    system(newPost, proposed(appointment('bai'), 'c.political'))
      .when(approve, actIn(post))
      .thenRefused('post-approval-not-permitted');
  });

  it('does not reach back, and other posts need no proposal', () => {
    system(newPost)
      .when(propose(appointment('bai', '2026-02-28')), actIn('c.political'))
      .thenRefused('post-change-retroactive');
    onPost('c.other-judge')(established('c.other-judge', 'handlingJudge')[1])
      .when(propose(appointment('bai')), actIn('c.political'))
      .thenRefused('post-change-needs-no-approval');
  });

  it('is ended by two as well; who leaves may ask for it', () => {
    const leaving: PostChange = {
      type: 'RecordPersonLeft',
      data: { person: 'an', on: '2026-03-02', reason: '调离' },
    };
    const security = [established('c.security', 'securityAdministrator'), appointed('c.security', 'an')];
    const post = onPost('c.security')(...security.map(([, event]) => event));
    expect(types(post.when(propose(leaving), actIn('c.security')).decision)).toEqual(['ChangeProposed']);
    onPost('c.security')(...security.map(([, event]) => event), proposed(leaving, 'c.political'))
      .when(approve, actIn('c.security'))
      .thenRefused('own-power-not-permitted');
  });
});

describe('what a leader oversees', () => {
  it('is proposed and approved by others than the leader', () => {
    expect(types(oversight(...vice).when(propose(overseeing), actIn('c.director')).decision)).toEqual([
      'ChangeProposed',
    ]);
    const pending = oversight(...vice, proposed(overseeing, 'c.director'));
    expect(types(pending.when(approve, actIn('c.president')).decision)).toEqual([
      'ProposalApproved',
      'OversightAssigned',
    ]);
    pending.when(approve, actIn(VICE)).thenRefused('own-power-not-permitted');
    pending.when(approve, actIn('c.director')).thenRefused('post-approval-not-permitted');
  });
});
