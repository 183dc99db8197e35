import { namesAsIds, specify } from '@liuhen/kernel/testing';
import { decidePost, postDecider } from './post.decider';
import type { PostCommand } from './post-command';
import type { PostEvent } from './post.events';
import { postSentences } from './post.sentences';
import { appointed, directoryOf, established, left, onLeave, type PostHistory } from './testing';

const CHIEF = 'c.chief';

const posts = directoryOf([
  established('c.judge', 'handlingJudge', '民庭'),
  established(CHIEF, 'divisionChief', '民庭'),
  established('c.president', 'president'),
  established('d.judge', 'handlingJudge', '民庭'),
  appointed('c.judge', 'zhang'),
  appointed('c.judge', 'jiang', '2026-06-01'),
  appointed('c.president', 'chen'),
  appointed('d.judge', 'lv'),
]);

const events = (history: PostHistory): readonly PostEvent[] => history.map(([, event]) => event);
const specified = specify(postDecider, { postId: CHIEF, courts: new Map(), posts });
const given = (...history: PostHistory) =>
  specified(...events([established(CHIEF, 'divisionChief', '民庭'), appointed(CHIEF, 'wei'), ...history]));

describe('leave', () => {
  const record = (from: string, until: string | null, person = 'wei'): PostCommand => ({
    type: 'RecordLeave',
    data: { person, from, until, reason: '公出' },
  });
  const end = (on: string): PostCommand => ({ type: 'EndLeave', data: { person: 'wei', on } });
  const away = onLeave(CHIEF, 'wei', '2026-03-01', '2026-03-10');

  it('is recorded of who is in the post, forwards in time', () => {
    const data = { person: 'wei', from: '2026-03-01', until: null, reason: '公出' };
    given().when(record('2026-03-01', null)).then({ type: 'LeaveRecorded', data });
    given().when(record('2026-03-01', '2026-03-01')).thenRefused('post-period-reversed');
    given()
      .when(record('2026-03-01', null, 'zhang'))
      .thenRefused('person-not-in-post');
    given().when(record('2023-12-31', null)).thenRefused('person-not-in-post');
    given(left(CHIEF, 'wei', '2026-02-01'))
      .when(record('2026-03-01', null))
      .thenRefused('person-not-in-post');
  });

  it('does not overlap other leave of the same person', () => {
    given(away).when(record('2026-03-09', null)).thenRefused('leave-overlaps');
    expect(given(away).when(record('2026-03-10', null)).decision).toHaveLength(1);
  });

  it('is ended while it lasts, and then may begin again', () => {
    const ended: PostHistory[number] = [
      CHIEF,
      { type: 'LeaveEnded', data: { person: 'wei', on: '2026-03-05' } },
    ];
    given(away).when(end('2026-03-05')).then(ended[1]);
    given(away).when(end('2026-02-28')).thenRefused('not-on-leave');
    given(away).when(end('2026-03-10')).thenRefused('not-on-leave');
    given(away, ended).when(end('2026-03-06')).thenRefused('not-on-leave');
    expect(given(away, ended).when(record('2026-03-05', null)).decision).toHaveLength(1);
  });

  it('ends with the tenure, so that it does not stand in the way of leave in another', () => {
    const returned = given(
      onLeave(CHIEF, 'wei', '2026-03-01'),
      left(CHIEF, 'wei', '2026-03-05'),
      appointed(CHIEF, 'wei', '2026-03-20'),
    );
    expect(returned.state()?.leaves).toMatchObject([{ from: '2026-03-01', until: '2026-03-05' }]);
    expect(returned.when(record('2026-03-21', null)).decision).toHaveLength(1);
  });
});

describe('a delegation', () => {
  const data = {
    ...{ person: 'wei', to: 'zhang', toPost: 'c.judge', approver: 'chen' },
    ...{ from: '2026-03-01', until: '2026-03-10', reason: null },
  };
  const grant = (changes: Partial<typeof data> = {}): PostCommand => ({
    type: 'GrantDelegation',
    data: { ...data, ...changes },
  });
  const granted = (changes: Partial<typeof data> = {}, delegation = '1'): PostEvent => ({
    type: 'DelegationGranted',
    data: { delegation, ...data, ...changes, scope: 'all' },
  });
  const revoke = (delegation: string, on: string): PostCommand => ({
    type: 'RevokeDelegation',
    data: { delegation, on },
  });
  const before: PostHistory[number] = [CHIEF, granted()];

  it('is of the whole post and numbered in its stream', () => {
    given().when(grant()).then(granted());
    const later = { from: '2026-03-10', until: '2026-03-20' };
    given(before).when(grant(later)).then(granted(later, '2'));
  });

  it.each([
    ['backwards in time', { until: '2026-03-01' }, 'post-period-reversed'],
    ['by somebody who is not in the post', { person: 'zhang', to: 'wei' }, 'person-not-in-post'],
    ['by somebody not yet in the post', { from: '2023-12-31' }, 'person-not-in-post'],
    ['to oneself', { to: 'wei', toPost: CHIEF }, 'delegation-to-oneself'],
    ['to somebody who is not in the post named', { to: 'chen' }, 'delegate-not-in-post'],
    ['to somebody not yet in a post', { to: 'jiang' }, 'delegate-not-in-post'],
    ['to somebody of another court', { to: 'lv', toPost: 'd.judge' }, 'delegate-not-in-post'],
    ['to a post that does not exist', { toPost: 'c.emperor' }, 'delegate-not-in-post'],
    ['approved by a colleague', { approver: 'zhang' }, 'delegation-approver-not-above'],
    ['approved by oneself', { approver: 'wei' }, 'delegation-approver-not-above'],
  ])('is refused %s', (_, changes, code) => {
    given().when(grant(changes)).thenRefused(code);
  });

  it('does not overlap another of the same person', () => {
    given(before)
      .when(grant({ from: '2026-03-09', until: '2026-03-20' }))
      .thenRefused('delegation-overlaps');
  });

  it('is not handed on by the delegate, nor entered by who gets it', () => {
    const acting = { person: 'zhang', post: CHIEF, party: 'courtLeaders', delegation: '1' } as const;
    given(before)
      .when(grant({ to: 'jiang', from: '2026-07-01', until: '2026-07-02' }), { actor: acting })
      .thenRefused('delegation-handed-on');
    given()
      .when(grant(), { actor: { ...acting, post: 'c.judge', delegation: null } })
      .thenRefused('delegation-to-oneself-not-permitted');
  });

  it('is approved by its holder where nobody is above', () => {
    const top = specify(postDecider, { postId: 'c.president', courts: new Map(), posts });
    const president = top(
      ...events([established('c.president', 'president'), appointed('c.president', 'chen')]),
    );
    president.when(grant({ person: 'chen', approver: 'wei' })).thenRefused('delegation-approver-not-above');
    expect(president.when(grant({ person: 'chen', approver: 'chen' })).decision).toHaveLength(1);
  });

  it('is revoked while it lasts, and then another may be given', () => {
    const revoked: PostEvent = { type: 'DelegationRevoked', data: { delegation: '1', on: '2026-03-05' } };
    given(before).when(revoke('1', '2026-03-05')).then(revoked);
    given(before).when(revoke('2', '2026-03-05')).thenRefused('delegation-not-found');
    given(before).when(revoke('1', '2026-03-10')).thenRefused('delegation-not-in-force');
    given(before, [CHIEF, revoked]).when(revoke('1', '2026-03-06')).thenRefused('delegation-not-in-force');
    const again = { from: '2026-03-05', until: '2026-03-08' };
    given(before, [CHIEF, revoked]).when(grant(again)).then(granted(again, '2'));
  });

  it('ends with the tenure of who delegated', () => {
    const gone = given(before, left(CHIEF, 'wei', '2026-03-05'));
    expect(gone.state()?.delegations).toMatchObject([{ id: '1', until: '2026-03-05' }]);
    const never = given(before, left(CHIEF, 'wei', '2026-02-01'));
    expect(never.state()?.delegations).toMatchObject([{ id: '1', until: '2026-03-01' }]);
  });
});

describe('oversight', () => {
  const facts = { postId: CHIEF, courts: new Map(), posts };
  const decided = specify({ ...postDecider, decide: decidePost }, facts);
  const assign: PostCommand = { type: 'AssignOversight', data: { divisions: ['民庭'], from: '2026-03-01' } };

  it('is given to vice presidents and full-time members of the committee', () => {
    for (const kind of ['vicePresident', 'adjudicationCommitteeMember'])
      decided(...events([established('c.vice', kind)]))
        .when(assign)
        .then({ type: 'OversightAssigned', data: { divisions: ['民庭'], from: '2026-03-01' } });
    decided(...events([established(CHIEF, 'divisionChief')]))
      .when(assign)
      .thenRefused('post-without-oversight');
    specified(...events([established('c.vice', 'vicePresident')]))
      .when(assign)
      .thenRefused('post-change-needs-approval');
  });
});

describe('the sentences', () => {
  it('say who stands in for whom', () => {
    expect(
      postSentences.DelegationGranted(
        {
          type: 'DelegationGranted',
          data: {
            ...{ delegation: '1', person: 'wei', to: 'zhang', toPost: 'c.judge', scope: 'all' },
            ...{ from: '2026-03-01', until: '2026-03-10', approver: 'chen', reason: '公出' },
          },
        },
        namesAsIds,
      ),
    ).toBe('委托代行（第1号）：wei委托zhang，自2026-03-01起至2026-03-10前，经chen批准，公出');
    expect(
      postSentences.LeaveRecorded(
        {
          type: 'LeaveRecorded',
          data: { person: 'wei', from: '2026-03-01', until: null, reason: null },
        },
        namesAsIds,
      ),
    ).toBe('请假：wei，自2026-03-01起');
    expect(
      postSentences.OversightAssigned(
        {
          type: 'OversightAssigned',
          data: { divisions: [], from: '2026-03-01' },
        },
        namesAsIds,
      ),
    ).toBe('分管：不分管庭室，自2026-03-01起');
  });
});
