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

  it.each(rows.flatMap((one) => postKinds.map(({ kind }) => ({ ...one, kind }))))(
    '$act/$command, asked by $kind, is told who may and by which law, unless they may',
    ({ power, kind }) => {
      const refusal = refusePower(power, kind);
      if (power.posts.includes(kind)) expect(refusal).toBeUndefined();
      else {
        expect(refusal?.code).toBe(power.reachesIntoCase ? 'contact-not-permitted' : 'act-not-permitted');
        expect(refusal?.message).toContain(power.title);
        expect(refusal?.law).toEqual(expect.arrayContaining([...power.law]));
      }
    },
  );

  it.each(['informationOfficer', 'ledgerCosigner', 'researchOfficer'])(
    'gives %s nothing to do on a case',
    (kind) => {
      expect(rows.filter(({ power }) => power.court !== 'party' && power.posts.includes(kind))).toEqual([]);
    },
  );

  it.each([...kindsOfParty('judge'), ...kindsOfParty('trialManagement'), 'inspector', 'partySecretary'])(
    'gives %s no opinion on a document under review',
    (kind) => {
      expect(mayDo(kind)).not.toContain('pre-issue-review/Concur');
      expect(mayDo(kind)).not.toContain('pre-issue-review/AdviseReconsideration');
    },
  );

  it('gives nobody in another court anything but to approve or refuse an erasure', () => {
    const elsewhere = rows.filter(({ power }) => power.court === 'ownOrAbove');
    expect(elsewhere.map(({ command }) => command)).toEqual(['ApproveRedaction', 'DeclineRedaction']);
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
