import type { Act, Actor } from '@liuhen/kernel';
import { someAct, someHeader } from '@liuhen/kernel/testing';
import { withCourtEvent, type CourtDirectory } from '../courts/court-directory';
import { courtStream } from '../courts/court.events';
import { emptyPolicyBook } from '../policies/policy-book';
import { appointed, directoryOf, established } from '../posts/testing';
import type { ProposalFacts } from './proposal-decider';

/** A court `d` beneath `c`, by the first part of the ids of their posts. */
const courts = ['c', 'd'].reduce<CourtDirectory>((directory, id) => {
  const header = { stream: courtStream(id) };
  const evidence = { verified: true, remark: null, from: null };
  const data = { code: id, name: id, level: 'basic', kind: 'ordinary', ...evidence } as const;
  const known = withCourtEvent(directory, { type: 'CourtEstablished', data, header });
  if (id === 'c') return known;
  const route = { to: 'c', until: null, ...evidence };
  return withCourtEvent(known, { type: 'AdministrativeSuperiorSet', data: route, header });
}, new Map());

/** Kinds of posts by id, each held by the person whose name stands beside. */
const HELD = [
  ['c.president', 'president', 'chen'],
  ['c.secretary', 'partySecretary', 'chen'],
  ['c.vice', 'vicePresident', 'chu'],
  ['c.director', 'trialManagementDirector', 'cao'],
  ['c.committee', 'adjudicationCommitteeMember', 'yan'],
  ['c.political', 'politicalDepartmentOfficer', 'lu'],
  ['c.judge', 'handlingJudge', 'zhang'],
  ['c.system', 'systemAdministrator', 'shi'],
  ['c.security', 'securityAdministrator', 'an'],
  ['c.audit', 'auditAdministrator', 'cha'],
  ['d.president', 'president', 'zhou'],
  ['d.judge', 'handlingJudge', 'wang'],
] as const;

export const HOLDERS = HELD.map(([post, , person]) => ({ post, person }));

export const POSTS = directoryOf(
  HELD.flatMap(([post, kind, person]) => [established(post, kind), appointed(post, person)]),
);

export const FACTS: ProposalFacts = { courts, posts: POSTS, policies: emptyPolicyBook };

export const actorIn = (post: string, delegation: string | null = null, person = holderOf(post)): Actor => ({
  person,
  post,
  party: 'courtLeaders',
  delegation,
});

const holderOf = (post: string): string => HOLDERS.find((held) => held.post === post)?.person ?? '';

/** On 1 March 2026, unless said. */
export const actIn = (post: string, changes: Partial<Act> = {}): Act =>
  someAct({ actor: actorIn(post), court: post.split('.')[0] ?? '', ...changes });

/** Who did it, for the header of an event that is given. */
export const headerOf = (post: string) => someHeader({ actor: actorIn(post) });
