import { isRefusal } from '@liuhen/kernel';
import { namesAsIds, someAct, specify } from '@liuhen/kernel/testing';
import fc from 'fast-check';
import type { AppellateDispositionEvent } from '../appellate-disposition/appellate-disposition.events';
import type { Ancestor } from '../case-file/ancestors';
import { caseDecider, type CaseCommand, type CaseFacts } from './case.decider';
import type { CaseRegistration, PanelFormation } from './case.events';
import { caseSentences } from './case.sentences';

const NUMBER = '（2026）黔0102民初1号';
const APPEAL = '（2026）黔01民终2号';
const noFamily: CaseFacts = { caseId: NUMBER, ancestors: [] };
const given = specify(caseDecider, noFamily);

const registration: CaseRegistration = {
  caseNumber: NUMBER,
  printedNumber: null,
  court: { code: '黔0102', name: null },
  caseType: 'civil',
  stage: 'firstInstance',
  cause: null,
  filedOn: '2026-02-01',
  handlingJudge: null,
  panel: [],
  soleJudge: null,
  trialForm: null,
  publishedAt: null,
};
const collegial: PanelFormation = {
  panel: ['a', 'b', 'c'],
  handlingJudge: 'a',
  soleJudge: false,
  presidingJudge: 'b',
  reason: null,
};
const sole: PanelFormation = {
  panel: [],
  handlingJudge: 'a',
  soleJudge: true,
  presidingJudge: null,
  reason: null,
};

const registered = (changes: Partial<CaseRegistration> = {}) =>
  ({ type: 'CaseRegistered', data: { ...registration, ...changes } }) as const;
const formed = (formation: PanelFormation) => ({ type: 'PanelFormed', data: formation }) as const;
const form = (formation: PanelFormation, formedOn: string | null = null): CaseCommand => ({
  type: 'FormPanel',
  data: { formation, formedOn },
});
const by = (person: string, party: 'judge' | 'courtLeaders' | 'system' = 'judge') => ({
  actor: { person, post: 'some-post', party, delegation: null },
});

describe('forming a panel', () => {
  it('records it, or that a judge sits alone', () => {
    given(registered()).when(form(collegial)).then(formed(collegial));
    given(registered()).when(form(sole)).then(formed(sole));
  });

  it('records the day on which it was formed, where that is told', () => {
    given(registered())
      .when(form(collegial, '2026-02-03'), { source: 'offline' })
      .then({ ...formed(collegial), occurredAt: '2026-02-03' });
    given(registered()).when(form(collegial, '2026-03-02')).thenRefused('panel-date-in-future');
  });

  it('needs the case', () => {
    given().when(form(collegial)).thenRefused('case-not-found');
  });

  it.each<[string, Partial<PanelFormation>]>([
    ['panel-not-odd', { panel: [] }],
    ['panel-not-odd', { panel: ['a'] }],
    ['panel-not-odd', { panel: ['a', 'b'] }],
    ['panel-not-odd', { panel: ['a', 'b', 'c', 'd'] }],
    ['panel-member-repeated', { panel: ['a', 'b', 'b'] }],
    ['handling-judge-not-in-panel', { handlingJudge: 'd' }],
    ['presiding-judge-not-in-panel', { presidingJudge: 'd' }],
    ['presiding-judge-missing', { presidingJudge: null }],
    ['sole-judge-with-panel', { soleJudge: true }],
    ['sole-judge-with-panel', { soleJudge: true, panel: [] }],
  ])('is refused as %s: %j', (code, changes) => {
    given(registered())
      .when(form({ ...collegial, ...changes }))
      .thenRefused(code);
  });

  it('takes an imported one as it stands, from the case system only', () => {
    const incomplete = { ...collegial, panel: ['a', 'b'], presidingJudge: null };
    const imported = { source: 'imported', ...by('s', 'system') } as const;
    given(registered()).when(form(incomplete), imported).then(formed(incomplete));
    given(registered()).when(form(incomplete), { source: 'imported' }).thenRefused('import-not-permitted');
  });
});

describe('changing a panel', () => {
  const changed: PanelFormation = { ...collegial, panel: ['a', 'b', 'd'] };
  const withReason: PanelFormation = { ...changed, reason: '丙调离，院长决定更换' };

  it.each([
    ['registered', registered({ panel: ['a', 'b', 'c'], handlingJudge: 'a' })],
    ['formed later', registered()],
  ])('needs a reason, be the panel %s', (_, first) => {
    const history = first.data.panel.length > 0 ? [first] : [first, formed(collegial)];
    given(...history)
      .when(form(changed), by('a'))
      .thenRefused('panel-change-reason-missing', '院长或者庭长');
    given(...history)
      .when(form(withReason), by('a'))
      .then(formed(withReason));
  });

  it('is recorded by a leader of the court or the handling judge, nobody else', () => {
    const history = [registered(), formed(collegial)];
    for (const act of [by('z', 'courtLeaders'), by('s', 'system'), by('a')])
      given(...history)
        .when(form(withReason), act)
        .then(formed(withReason));
    given(...history)
      .when(form(withReason), by('b'))
      .thenRefused('panel-change-not-permitted');
  });

  it.each<[string, PanelFormation]>([
    ['the handling judge', { ...collegial, handlingJudge: 'c' }],
    ['the presiding judge', { ...collegial, presidingJudge: 'c' }],
    ['a panel for a sole judge', sole],
  ])('is one that changes %s', (_, formation) => {
    given(registered(), formed(collegial))
      .when(form(formation), by('a'))
      .thenRefused('panel-change-reason-missing');
  });

  it('is none where only what was not told before is added', () => {
    given(registered({ panel: ['a', 'b', 'c'], handlingJudge: 'a' }))
      .when(form(collegial), by('b'))
      .then(formed(collegial));
  });

  it('is refused where nothing would change, whatever the order', () => {
    given(registered(), formed(collegial))
      .when(form({ ...collegial, panel: ['c', 'a', 'b'] }), by('a'))
      .thenRefused('already-so-formed');
  });
});

describe('a panel for a new trial', () => {
  const ancestor = (
    caseId: string,
    court: string,
    changes: Partial<CaseRegistration>,
    formation?: PanelFormation,
  ): Ancestor<AppellateDispositionEvent> => ({
    caseId,
    events: [
      registered({ court: { code: court, name: null }, ...changes }),
      ...(formation ? [formed(formation)] : []),
    ],
  });
  const after = (...ancestors: readonly Ancestor<AppellateDispositionEvent>[]) =>
    given(registered(), { type: 'CaseLinked', data: { origin: APPEAL, kind: 'remand' } }).when(
      form(collegial),
      {},
      { ancestors },
    );

  it('has nobody who sat before in the same court, registered, formed, replaced or alone', () => {
    const before = '（2025）黔0102民初9号';
    const other = { ...collegial, panel: ['x', 'y', 'z'], handlingJudge: 'x', presidingJudge: 'y' };
    after(ancestor(before, '黔0102', { panel: ['a', 'x', 'y'] })).thenRefused('new-trial-panel');
    after(ancestor(before, '黔0102', { panel: ['a', 'x', 'y'] }, other)).thenRefused('new-trial-panel');
    after(ancestor(before, '黔0102', {}, { ...other, panel: ['x', 'y', 'c'] })).thenRefused(
      'new-trial-panel',
    );
    after(ancestor(before, '黔0102', {}, sole)).thenRefused('new-trial-panel');
    after(ancestor(before, '黔0102', { soleJudge: true, handlingJudge: 'b' })).thenRefused('new-trial-panel');
    after(ancestor(before, '黔0102', {}, other)).then(formed(collegial));
  });

  it('may have judges of the upper court again', () => {
    after(ancestor(APPEAL, '黔01', {}, collegial)).then(formed(collegial));
  });

  it('is no sole judge', () => {
    given(registered(), { type: 'CaseLinked', data: { origin: APPEAL, kind: 'remand' } })
      .when(form(sole))
      .thenRefused('new-trial-collegial');
  });
});

const person = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const formation: fc.Arbitrary<PanelFormation> = fc.record({
  panel: fc.array(person, { maxLength: 5 }),
  handlingJudge: person,
  soleJudge: fc.boolean(),
  presidingJudge: fc.option(person),
  reason: fc.option(fc.constant('回避')),
});

describe('whatever is asked', () => {
  it('a panel that was not refused is three or more, odd, without repetition, and holds both its judges', () => {
    fc.assert(
      fc.property(formation, (asked) => {
        const { decision } = given(registered()).when(form(asked));
        if (isRefusal(decision)) return;
        const { panel, handlingJudge, presidingJudge, soleJudge } = asked;
        const isPanel =
          panel.length >= 3 &&
          panel.length % 2 === 1 &&
          new Set(panel).size === panel.length &&
          [handlingJudge, presidingJudge].every((judge) => judge !== null && panel.includes(judge));
        expect(soleJudge ? panel.length === 0 && presidingJudge === null : isPanel).toBe(true);
      }),
    );
  });

  it('the case has the panel of the last formation, and no change came without reason', () => {
    fc.assert(
      fc.property(fc.array(formation, { maxLength: 12 }), (asked) => {
        const history = asked.reduce<ReturnType<typeof formed>[]>((before, next) => {
          const { decision } = given(registered(), ...before).when(
            form(next),
            someAct(by('a', 'courtLeaders')),
          );
          return isRefusal(decision) ? before : [...before, formed(next)];
        }, []);
        const last = history.at(-1)?.data;
        expect(given(registered(), ...history).state()).toMatchObject({
          registration: { panel: last?.panel ?? [], handlingJudge: last?.handlingJudge ?? null },
          presidingJudge: last?.presidingJudge ?? null,
        });
        for (const { data } of history.slice(1)) expect(data.reason).not.toBeNull();
      }),
    );
  });
});

describe('the sentence', () => {
  it('says who sits, and why it changed', () => {
    expect(caseSentences.PanelFormed(formed({ ...collegial, reason: '丙回避，院长决定' }), namesAsIds)).toBe(
      '组成合议庭：a、b、c，审判长：b，承办法官：a，变更事由：丙回避，院长决定',
    );
    expect(caseSentences.PanelFormed(formed(sole), namesAsIds)).toBe('由a独任审理');
  });
});
