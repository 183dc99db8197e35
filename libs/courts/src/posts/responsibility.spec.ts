import { postsDelegatedTo } from './delegation';
import type { PostDirectory } from './post-record';
import { answeredBy, answeringFor } from './responsibility';
import {
  appointed,
  delegated,
  directoryOf,
  established,
  left,
  onLeave,
  overseeing,
  type PostHistory,
} from './testing';

const COURT: PostHistory = [
  established('c.judge', 'handlingJudge', '民庭'),
  established('c.deputy', 'deputyDivisionChief', '民庭'),
  established('c.chief', 'divisionChief', '民庭'),
  established('c.vice', 'vicePresident'),
  established('c.president', 'president'),
  overseeing('c.vice', ['民庭']),
  appointed('c.judge', 'zhang', '2024-02-01'),
  appointed('c.judge', 'jiang', '2024-01-01'),
  appointed('c.chief', 'wei'),
  appointed('c.vice', 'chu'),
  appointed('c.president', 'chen'),
];

const DAY = '2026-03-02';
const court = (...more: PostHistory): PostDirectory => directoryOf([...COURT, ...more]);
const answering = (posts: PostDirectory, post: string, person: string | null, on = DAY) =>
  answeringFor(posts, { post, person }, on);
const by = (post: string, person: string | null, delegation: string | null = null) => ({
  post,
  person,
  delegation,
});

describe('who answers for a holder', () => {
  it('is the person in the post', () => {
    expect(answering(court(), 'c.judge', 'zhang')).toEqual({ ...by('c.judge', 'zhang'), why: 'holder' });
    expect(answering(court(), 'c.chief', null)).toEqual({ ...by('c.chief', 'wei'), why: 'holder' });
  });

  it('is, for a post that several hold, the first appointed who is there', () => {
    expect(answering(court(), 'c.judge', null)).toMatchObject({ person: 'jiang', why: 'holder' });
    const away = court(onLeave('c.judge', 'jiang', DAY));
    expect(answering(away, 'c.judge', null)).toMatchObject({ person: 'zhang', why: 'holder' });
  });

  it('is, during leave, the delegate in that post, and before and after it the holder', () => {
    const posts = court(
      onLeave('c.chief', 'wei', '2026-03-01', '2026-03-10'),
      delegated('c.chief', { person: 'wei', to: 'zhang', toPost: 'c.judge', from: '2026-02-01' }),
    );
    expect(answering(posts, 'c.chief', null, '2026-02-28')).toMatchObject({ person: 'wei' });
    expect(answering(posts, 'c.chief', null)).toEqual({ ...by('c.chief', 'zhang', '1'), why: 'delegate' });
    expect(answering(posts, 'c.chief', 'wei')).toEqual({ ...by('c.chief', 'zhang', '1'), why: 'delegate' });
    expect(answering(posts, 'c.chief', null, '2026-03-10')).toMatchObject({ person: 'wei' });
  });

  it('is the colleague’s own delegate where several hold the post', () => {
    const posts = court(
      onLeave('c.judge', 'zhang', DAY),
      delegated('c.judge', { person: 'jiang', to: 'wei', toPost: 'c.chief', from: '2026-02-01' }),
      delegated('c.judge', {
        ...{ person: 'zhang', to: 'jiang', toPost: 'c.judge', from: '2026-02-01' },
        delegation: '2',
      }),
    );
    expect(answering(posts, 'c.judge', 'zhang')).toEqual({ ...by('c.judge', 'jiang', '2'), why: 'delegate' });
  });

  it('is, without a delegate, the first up the ladder who is there, the deputy before the chief', () => {
    const away = [onLeave('c.judge', 'zhang', DAY)];
    expect(answering(court(...away), 'c.judge', 'zhang')).toEqual({
      ...by('c.chief', 'wei'),
      why: 'superior',
    });
    const withDeputy = court(...away, appointed('c.deputy', 'kong'));
    expect(answering(withDeputy, 'c.judge', 'zhang')).toEqual({ ...by('c.deputy', 'kong'), why: 'superior' });
    const chiefAway = court(...away, onLeave('c.chief', 'wei', DAY));
    expect(answering(chiefAway, 'c.judge', 'zhang')).toMatchObject({ person: 'chu', why: 'superior' });
    const viceGone = court(...away, onLeave('c.chief', 'wei', DAY), left('c.vice', 'chu', DAY));
    expect(answering(viceGone, 'c.judge', 'zhang')).toMatchObject({ person: 'chen', why: 'superior' });
  });

  it('is the delegate of whoever is up the ladder', () => {
    const posts = court(
      onLeave('c.judge', 'zhang', DAY),
      onLeave('c.chief', 'wei', DAY),
      delegated('c.chief', { person: 'wei', to: 'jiang', toPost: 'c.judge', from: DAY }),
    );
    expect(answering(posts, 'c.judge', 'zhang')).toEqual({ ...by('c.chief', 'jiang', '1'), why: 'superior' });
  });

  it('is the successor in a post for one, and the chief for a judge who left', () => {
    const posts = court(
      left('c.judge', 'zhang', DAY),
      left('c.chief', 'wei', DAY),
      appointed('c.chief', 'lan', DAY),
    );
    expect(answering(posts, 'c.chief', 'wei')).toEqual({ ...by('c.chief', 'lan'), why: 'holder' });
    expect(answering(posts, 'c.judge', 'zhang')).toEqual({ ...by('c.chief', 'lan'), why: 'superior' });
  });

  it('is the post itself where there is nobody in the court', () => {
    const empty = directoryOf(COURT.slice(0, 6));
    expect(answering(empty, 'c.judge', 'zhang')).toEqual({ ...by('c.judge', null), why: 'holder' });
    expect(answering(court(), 'c.unknown', 'zhang')).toEqual({ ...by('c.unknown', null), why: 'holder' });
  });

  it('is nobody on leave, in whichever of their posts it was recorded', () => {
    const posts = court(
      established('c.secretary', 'partySecretary'),
      appointed('c.secretary', 'chen'),
      onLeave('c.secretary', 'chen', DAY),
    );
    expect(answering(posts, 'c.president', null)).toMatchObject({ post: 'c.president', person: null });
    expect(answeredBy(posts, 'chen', DAY)).toEqual([]);
  });
});

describe('a delegation', () => {
  const granted = delegated('c.chief', { person: 'wei', to: 'zhang', toPost: 'c.judge', from: '2026-02-01' });
  const away = onLeave('c.chief', 'wei', '2026-02-01');
  const delegateOf = (...more: PostHistory) => answering(court(away, granted, ...more), 'c.chief', null);

  it('ends when it is revoked', () => {
    const revoked = (on: string) =>
      ['c.chief', { type: 'DelegationRevoked', data: { delegation: '1', on } }] as const;
    expect(delegateOf(revoked('2026-03-03'))).toMatchObject({ person: 'zhang' });
    expect(delegateOf(revoked(DAY))).toMatchObject({ person: 'chu', why: 'superior' });
  });

  it('ends with the tenure of who delegated, also when they come back', () => {
    const gone = left('c.chief', 'wei', '2026-02-10');
    expect(delegateOf(gone)).toMatchObject({ person: 'chu', why: 'superior' });
    expect(delegateOf(gone, appointed('c.chief', 'wei', '2026-02-20'))).toMatchObject({ person: 'wei' });
  });

  it('ends with the tenure of the delegate, also when they come back', () => {
    const gone = left('c.judge', 'zhang', '2026-02-10');
    expect(delegateOf(gone)).toMatchObject({ person: 'chu', why: 'superior' });
    expect(delegateOf(gone, appointed('c.judge', 'zhang', '2026-02-20'))).toMatchObject({ person: 'chu' });
  });

  it('is not handed on by a delegate on leave', () => {
    const posts = [
      onLeave('c.judge', 'zhang', DAY),
      delegated('c.judge', { person: 'zhang', to: 'jiang', toPost: 'c.judge', from: '2026-02-01' }),
    ];
    expect(delegateOf(...posts)).toMatchObject({ person: 'chu', why: 'superior' });
  });

  it('gives no power by a scope that is not known', () => {
    const unknown = delegated('c.chief', {
      ...{ person: 'wei', to: 'zhang', toPost: 'c.judge', from: '2026-02-01' },
      scope: 'reviews',
    });
    expect(answering(court(away, unknown), 'c.chief', null)).toMatchObject({ person: 'chu' });
    expect(postsDelegatedTo(court(unknown), 'zhang', DAY)).toEqual([]);
  });

  it('lets the delegate act in the post while it lasts, whoever else is there', () => {
    const posts = court(granted);
    expect(postsDelegatedTo(posts, 'zhang', DAY)).toEqual([
      {
        id: 'c.chief',
        court: 'c',
        kind: 'divisionChief',
        title: 'c.chief',
        division: '民庭',
        delegation: '1',
      },
    ]);
    expect(postsDelegatedTo(posts, 'zhang', '2026-01-31')).toEqual([]);
    expect(postsDelegatedTo(posts, 'jiang', DAY)).toEqual([]);
  });

  it('may have been how the duty was handed over', () => {
    const named = (...more: PostHistory) => answering(court(granted, ...more), 'c.chief', 'zhang');
    expect(named()).toEqual({ ...by('c.chief', 'zhang', '1'), why: 'delegate' });
    expect(named(left('c.judge', 'zhang', DAY))).toMatchObject({ person: 'wei', why: 'holder' });
  });
});

describe('what a person answers for', () => {
  it('is their own post, and what they hold in it', () => {
    expect(answeredBy(court(), 'zhang', DAY)).toEqual([
      { post: 'c.judge', person: 'zhang', delegation: null, why: 'holder' },
    ]);
    expect(answeredBy(court(), 'jiang', DAY)).toEqual([
      { post: 'c.judge', person: null, delegation: null, why: 'holder' },
      { post: 'c.judge', person: 'jiang', delegation: null, why: 'holder' },
    ]);
  });

  it('is also that of those beneath who are away, and of empty posts', () => {
    const posts = court(onLeave('c.judge', 'zhang', DAY, '2026-03-03'));
    expect(answeredBy(posts, 'wei', DAY)).toEqual([
      { post: 'c.judge', person: 'zhang', delegation: null, why: 'superior' },
      { post: 'c.deputy', person: null, delegation: null, why: 'superior' },
      { post: 'c.chief', person: null, delegation: null, why: 'holder' },
      { post: 'c.chief', person: 'wei', delegation: null, why: 'holder' },
    ]);
    expect(answeredBy(posts, 'wei', '2026-03-03')).toHaveLength(3);
  });

  it('is nothing for somebody whom no court knows', () => {
    expect(answeredBy(court(), 'nobody', DAY)).toEqual([]);
  });
});
