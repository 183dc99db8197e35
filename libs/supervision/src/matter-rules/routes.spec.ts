import { clausesInForce, courtsAbove, guizhouPolicies, superiorsOf } from '@liuhen/courts';
import { isRefusal, type DutyHolder, type JsonObject } from '@liuhen/kernel';
import { someAct } from '@liuhen/kernel/testing';
import { guizhouFacts } from '../court-rules/testing/guizhou-facts';
import { INSTRUMENTS, type Instrument } from './instruments';
import { MATTER_POLICY } from './instrument-policy';
import { matterCourt, type MatterCourt } from './matter-court';
import type { Route } from './matter-clauses';
import { holderOf } from './posts';
import { routeOf } from './routes';

const ON = '2026-03-02';
const facts = guizhouFacts();
const instruments = Object.keys(INSTRUMENTS) as Instrument[];
const courts = [...new Set([...facts.posts.values()].map(({ court }) => court))];

const holders = new Map(
  [...facts.posts].flatMap(([post, { court }]) => {
    const holder = holderOf({ facts, on: ON }, { court, post, person: 'somebody' });
    return holder ? [[post, holder] as const] : [];
  }),
);
const holder = (post: string): DutyHolder => {
  const found = holders.get(post);
  if (!found) throw new Error(`no post ${post}`);
  return found;
};
const kindOf = (post: string): string => facts.posts.get(post)?.kind ?? '';
const postsOf = (court: string): readonly string[] =>
  [...holders].filter(([, held]) => held.court === court).map(([post]) => post);

/** The rules as they are written down, read without the code that goes by them. */
const written = new Map(
  instruments.map((instrument) => {
    const seeded = guizhouPolicies.find(({ command }) => command.data.policy === MATTER_POLICY);
    const content: JsonObject | undefined = seeded?.command.data.clauses[`${instrument}.routes`]?.content;
    return [instrument, (content as unknown as { routes: readonly Route[] }).routes] as const;
  }),
);

const reaches = new Map(
  courts.flatMap((home) =>
    courts.map((target) => {
      const reach = { own: home === target, beneath: courtsAbove(facts.courts, target, ON).includes(home) };
      return [`${home} ${target}`, reach] as const;
    }),
  ),
);

/** What the written rules say, put another way: some route names the kinds of all three posts, and the courts fit. */
const isWritten = (
  instrument: Instrument,
  issuer: string,
  target: string,
  responsible: string,
  approver: string,
) =>
  (written.get(instrument) ?? []).some((route) => {
    const home = holder(issuer).court;
    const isReached = reaches.get(`${home} ${target}`)?.[route.reach] ?? false;
    const answers = holder(responsible).court === (route.answeredBy === 'issuer' ? home : target);
    const leads =
      ['president', 'partySecretary'].includes(kindOf(approver)) ||
      superiorsOf(facts.posts, issuer, ON).includes(approver);
    return (
      [isReached, answers, leads, holder(approver).court === home].every(Boolean) &&
      route.issuers.includes(kindOf(issuer)) &&
      route.responsible.includes(kindOf(responsible)) &&
      route.approvers.includes(kindOf(approver))
    );
  });

const known = new Map<string, MatterCourt>();

function courtOf(instrument: Instrument, code: string): MatterCourt {
  const name = `${instrument} ${code}`;
  const court =
    known.get(name) ?? matterCourt(instrument, code, someAct({ at: `${ON}T01:00:00.000Z` }), facts);
  if (isRefusal(court)) throw court;
  known.set(name, court);
  return court;
}

const mayIssue = (
  instrument: Instrument,
  issuer: string,
  target: string,
  responsible: string,
  approver: string,
) =>
  routeOf(
    courtOf(instrument, holder(issuer).court),
    holder(issuer),
    holder(approver),
    { court: target, responsible: holder(responsible) },
    'targets[0]',
  );

/** Who may answer for an issuer's matter at a court: anybody of that court, or of the issuer's. */
const answering = (issuer: string, target: string) => [
  ...new Set([...postsOf(target), ...postsOf(holder(issuer).court)]),
];

describe('who may issue what to whom', () => {
  it.each(instruments)('of %s is what the rules say, for every post, court and approver', (instrument) => {
    let allowed = 0;
    for (const issuer of holders.keys())
      for (const target of courts)
        for (const responsible of answering(issuer, target))
          for (const approver of postsOf(holder(issuer).court)) {
            const route = mayIssue(instrument, issuer, target, responsible, approver);
            const expected = isWritten(instrument, issuer, target, responsible, approver);
            if (isRefusal(route) === expected)
              throw new Error(
                [instrument, issuer, target, responsible, approver, String(expected)].join(' '),
              );
            if (expected) allowed++;
          }
    expect(allowed).toBeGreaterThan(0);
  });

  it.each<[Instrument, string, string, string, string, string | null]>([
    ['writtenInquiry', '黔.trial-management-director', '黔01', '黔01.president', '黔.vice-president', null],
    [
      'writtenInquiry',
      '黔.division-chief.civil-1',
      '黔0102',
      '黔0102.division-chief.civil-1',
      '黔.vice-president',
      null,
    ],
    [
      'writtenInquiry',
      '黔.division-chief.civil-1',
      '黔0102',
      '黔0102.division-chief.civil-1',
      '黔.vice-president.criminal',
      'matter-approver-not-entitled',
    ],
    [
      'writtenInquiry',
      '黔01.trial-management-director',
      '黔',
      '黔.president',
      '黔01.president',
      'matter-target-out-of-reach',
    ],
    [
      'writtenInquiry',
      '黔01.trial-management-director',
      '黔03',
      '黔03.president',
      '黔01.president',
      'matter-target-out-of-reach',
    ],
    [
      'writtenInquiry',
      '黔0102.handling-judge.civil-1',
      '黔0102',
      '黔0102.division-chief.civil-1',
      '黔0102.president',
      'matter-issuer-not-entitled',
    ],
    [
      'writtenInquiry',
      '黔.trial-management-director',
      '黔0102',
      '黔0102.handling-judge.civil-1',
      '黔.president',
      'matter-responsible-not-entitled',
    ],
    ['accountabilityTalk', '黔.president', '黔01', '黔01.president', '黔.party-secretary', null],
    [
      'accountabilityTalk',
      '黔.president',
      '黔01',
      '黔01.president',
      '黔.vice-president',
      'matter-approver-not-entitled',
    ],
    ['leaderAssignment', '黔.trial-management-director', '黔0102', '黔.vice-president', '黔.president', null],
    [
      'leaderAssignment',
      '黔.trial-management-director',
      '黔0102',
      '黔0102.president',
      '黔.president',
      'matter-responsible-not-entitled',
    ],
    ['inspectorateReferral', '黔.president', '黔01', '黔.inspector', '黔.party-secretary', null],
    [
      'onSiteInspection',
      '黔0102.trial-management-director',
      '黔0102',
      '黔0102.president',
      '黔0102.president',
      'matter-issuer-not-entitled',
    ],
    [
      'deadlineOrder',
      '黔0102.president',
      '黔0102',
      '黔0102.handling-judge.civil-1',
      '黔0102.president',
      null,
    ],
  ])(
    '%s by %s at %s answered by %s approved by %s: %s',
    (instrument, issuer, target, responsible, approver, code) => {
      const route = mayIssue(instrument, issuer, target, responsible, approver);
      expect(isRefusal(route) ? route.code : null).toBe(code);
    },
  );

  it('is said by a clause in force for every court of the province', () => {
    for (const court of courts) {
      const clauses = clausesInForce(facts.policies, facts.courts, MATTER_POLICY, court, ON);
      for (const instrument of instruments) expect(clauses.has(`${instrument}.routes`)).toBe(true);
    }
  });
});
