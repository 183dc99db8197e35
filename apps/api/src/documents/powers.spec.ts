import { postKinds, refusePower } from '@liuhen/courts';
import { acts } from '@liuhen/supervision';

const rows = acts.flatMap(({ name, powers }) =>
  Object.entries(powers).map(([command, power]) => ({ act: name, command, power })),
);

const mayDo = (kind: string): readonly string[] =>
  rows
    .filter(({ power }) => refusePower(power, kind) === undefined)
    .map(({ act, command }) => `${act}/${command}`);

const kindsOfParty = (party: string): readonly string[] =>
  postKinds.filter((one) => one.party === party).map(({ kind }) => kind);

describe('the table of powers', () => {
  it.each(rows)('$act/$command names posts that there are, each once', ({ power: { posts } }) => {
    const known = postKinds.map(({ kind }) => kind);
    expect(posts.filter((post) => !known.includes(post))).toEqual([]);
    expect(new Set(posts).size).toBe(posts.length);
    expect(posts.length).toBeGreaterThan(0);
  });

  it.each(rows)('$act/$command is narrowed by refusals that there are', ({ power }) => {
    const codes = acts.flatMap(({ refusals }) => Object.keys(refusals));
    expect(power.unless.filter((code) => !codes.includes(code))).toEqual([]);
  });

  it.each(rows)('$act/$command tells every other post who may and by which law', ({ power }) => {
    const code = power.reachesIntoCase ? 'contact-not-permitted' : 'act-not-permitted';
    for (const { kind } of postKinds) {
      const refusal = refusePower(power, kind);
      expect([kind, refusal?.code]).toEqual([kind, power.posts.includes(kind) ? undefined : code]);
      if (!refusal) continue;
      expect(refusal.message).toContain(power.title);
      expect(refusal.law).toEqual(expect.arrayContaining([...power.law]));
    }
  });

  it('means the same wherever it uses the same words', () => {
    const byTitle = new Map(rows.map(({ power }) => [power.title, power]));
    for (const { power } of rows) expect(power).toEqual(byTitle.get(power.title));
  });

  it.each([
    ...['informationOfficer', 'ledgerCosigner'],
    ...['systemAdministrator', 'securityAdministrator', 'auditAdministrator'],
  ])('gives %s nothing to do on a case or between courts', (kind) => {
    expect(mayDo(kind)).toEqual([]);
  });

  it('gives research officers nothing to do on a case', () => {
    expect(
      rows.filter(({ power }) => power.court !== 'party' && power.posts.includes('researchOfficer')),
    ).toEqual([]);
  });

  it.each([...kindsOfParty('judge'), ...kindsOfParty('trialManagement'), 'inspector', 'partySecretary'])(
    'gives %s no opinion on a document under review',
    (kind) => {
      expect(mayDo(kind)).not.toContain('pre-issue-review/Concur');
      expect(mayDo(kind)).not.toContain('pre-issue-review/AdviseReconsideration');
    },
  );

  it('gives nobody in another court anything but to approve or refuse an erasure, or to hold what must not be erased', () => {
    const elsewhere = rows.filter(({ power }) => power.court === 'ownOrAbove');
    expect(elsewhere.map(({ command }) => command)).toEqual([
      ...['HoldEvidence', 'ReleaseEvidence', 'ApproveRedaction', 'DeclineRedaction'],
    ]);
  });

  it('leaves the clock’s steps to the system alone', () => {
    const lapses = rows.filter(({ command }) => command.startsWith('Lapse'));
    expect(lapses.map(({ power }) => power.posts)).toEqual(lapses.map(() => ['supervisionSystem']));
    expect(lapses.length).toBeGreaterThan(3);
  });

  it('points whoever reaches into a case without the power to the record of 三个规定', () => {
    const reaching = rows.filter(({ power }) => power.reachesIntoCase);
    for (const { power } of reaching)
      expect(refusePower(power, 'politicalDepartmentOfficer')?.message).toContain('三个规定');
    expect(reaching.length).toBeGreaterThan(8);
  });
});
