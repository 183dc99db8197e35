import { specify } from '@liuhen/kernel/testing';
import type { AppellateDispositionEvent } from '../appellate-disposition/appellate-disposition.events';
import type { Ancestor } from '../case-file/ancestors';
import { caseDecider, type CaseCommand, type CaseFacts } from './case.decider';
import type { CaseRegistration, RecordedDisposition } from './case.events';

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
  cause: '买卖合同纠纷',
  filedOn: '2026-02-01',
  handlingJudge: 'judge-1',
  panel: ['judge-1', 'judge-2', 'judge-3'],
  soleJudge: null,
  trialForm: null,
  publishedAt: null,
};
const registered = { type: 'CaseRegistered', data: registration } as const;
const disposition: RecordedDisposition = {
  disposition: 'claimsDismissed',
  printed: null,
  document: '判决书',
  decidedOn: '2026-03-01',
  articles: [],
};
const imported = {
  source: 'imported',
  actor: { person: 's', post: 's', party: 'system', delegation: null },
} as const;

const register = (changes: Partial<CaseRegistration> = {}, origins: readonly string[] = []): CaseCommand => ({
  type: 'RegisterCase',
  data: {
    registration: { ...registration, ...changes },
    origins: origins.map((origin) => ({ origin, kind: 'remand' })),
  },
});

const ancestor = (caseId: string, panel: readonly string[]): Ancestor<AppellateDispositionEvent> => ({
  caseId,
  events: [{ type: 'CaseRegistered', data: { ...registration, panel } }],
});

describe('registering a case', () => {
  it('records it with the day on which it was filed', () => {
    given()
      .when(register())
      .then({ ...registered, occurredAt: '2026-02-01' });
  });

  it('records where it came from', () => {
    given()
      .when(register({}, [APPEAL]))
      .then(
        { ...registered, occurredAt: '2026-02-01' },
        { type: 'CaseLinked', data: { origin: APPEAL, kind: 'remand' }, occurredAt: '2026-02-01' },
      );
  });

  it('is refused a second time', () => {
    given(registered).when(register()).thenRefused('already-registered');
  });

  it.each<[string, Partial<CaseRegistration>]>([
    ['case-of-other-court', { court: { code: '黔0103', name: null } }],
    ['case-type-differs-from-number', { caseType: 'criminal' }],
    ['filing-year-differs-from-number', { filedOn: '2025-12-31' }],
    ['filing-date-in-future', { filedOn: '2026-03-02' }],
    ['panel-not-odd', { panel: ['judge-1', 'judge-2'] }],
    ['panel-not-odd', { panel: ['judge-1'] }],
    ['panel-member-repeated', { panel: ['judge-1', 'judge-2', 'judge-2'] }],
    ['handling-judge-not-in-panel', { handlingJudge: 'judge-4' }],
  ])('is refused as %s: %j', (code, changes) => {
    given().when(register(changes)).thenRefused(code);
  });

  it('takes the day in China as today', () => {
    const lateEvening = { at: '2026-03-01T16:00:00.000Z' };
    given()
      .when(register({ filedOn: '2026-03-02' }), lateEvening)
      .then({ ...registered, data: { ...registration, filedOn: '2026-03-02' }, occurredAt: '2026-03-02' });
  });

  it('takes a sole judge without a panel', () => {
    const data = { ...registration, panel: [] };
    given().when(register(data)).then({ type: 'CaseRegistered', data, occurredAt: '2026-02-01' });
  });

  it('refuses a panel member of the first trial in the new trial after a remand, with the articles', () => {
    const facts = { ancestors: [ancestor('（2025）黔0102民初9号', ['judge-3', 'judge-8', 'judge-9'])] };
    const { decision } = given().when(register({}, [APPEAL]), {}, facts);
    expect(decision).toMatchObject({ code: 'new-trial-panel', field: 'panel' });
    expect(decision).toHaveProperty('law.0.article', '第四十一条第三款');
  });

  it('refuses a simplified or sole trial after a remand', () => {
    given()
      .when(register({ trialForm: 'simplified' }, [APPEAL]))
      .thenRefused('new-trial-ordinary-procedure');
    given()
      .when(register({ soleJudge: true, panel: [] }, [APPEAL]))
      .thenRefused('new-trial-collegial');
  });

  it('lets a judge of the upper court sit again when the case comes back', () => {
    const facts = {
      ancestors: [
        {
          caseId: APPEAL,
          events: [
            {
              type: 'CaseRegistered',
              data: { ...registration, court: { code: '黔01', name: null } },
            } as const,
          ],
        },
      ],
    };
    expect(given().when(register({}, [APPEAL]), {}, facts).decision).toHaveLength(2);
  });

  it('refuses a case that would be its own ancestor', () => {
    given()
      .when(register({}, [NUMBER]))
      .thenRefused('link-to-itself');
    given()
      .when(register({}, [APPEAL]), {}, { ancestors: [ancestor(NUMBER, [])] })
      .thenRefused('link-makes-circle');
  });
});

describe('importing a case', () => {
  it('takes it as it stands, whatever the rules say', () => {
    const data = {
      ...registration,
      court: { code: null, name: '新绛县人民法院' },
      filedOn: null,
      panel: ['judge-1'],
    };
    given().when(register(data), imported).then({ type: 'CaseRegistered', data });
  });

  it('is only for the case system', () => {
    given().when(register(), { source: 'imported' }).thenRefused('import-not-permitted');
  });
});

describe('linking a case', () => {
  const link: CaseCommand = { type: 'LinkCase', data: { origin: APPEAL, kind: 'appeal' } };

  it('records the link', () => {
    given(registered)
      .when(link)
      .then({ type: 'CaseLinked', data: { origin: APPEAL, kind: 'appeal' } });
  });

  it('is refused for an unknown case, a second time, and in a circle', () => {
    given().when(link).thenRefused('case-not-found');
    given(registered, { type: 'CaseLinked', data: { origin: APPEAL, kind: 'appeal' } })
      .when(link)
      .thenRefused('already-linked');
    given(registered)
      .when(link, {}, { ancestors: [ancestor(NUMBER, [])] })
      .thenRefused('link-makes-circle');
  });
});

describe('recording a disposition', () => {
  const record = (changes: Partial<RecordedDisposition> = {}): CaseCommand => ({
    type: 'RecordDisposition',
    data: { ...disposition, ...changes },
  });

  it('records it on the day of the decision', () => {
    given(registered)
      .when(record())
      .then({ type: 'DispositionRecorded', data: disposition, occurredAt: '2026-03-01' });
  });

  it('records a second one in the same case', () => {
    const first = { type: 'DispositionRecorded', data: disposition } as const;
    given(registered, first)
      .when(record())
      .then({ type: 'DispositionRecorded', data: disposition, occurredAt: '2026-03-01' });
  });

  it('is refused for an unknown case, in the future and before the filing', () => {
    given().when(record()).thenRefused('case-not-found');
    given(registered)
      .when(record({ decidedOn: '2026-03-02' }))
      .thenRefused('decision-date-in-future');
    given(registered)
      .when(record({ decidedOn: '2026-01-31' }))
      .thenRefused('decision-before-filing');
  });

  it('is taken from an import without a date', () => {
    const data = { ...disposition, decidedOn: null };
    given(registered)
      .when(record(data), imported)
      .then({ type: 'DispositionRecorded', data, occurredAt: null });
  });
});
