import { startApi, type RunningApi } from '../api/support/running-api';
import { INQUIRY, MANAGER, VICE } from '../matters/support/inquiry';
import { MatterDesk } from '../matters/support/matter-desk';
import { CourtHouse } from '../supervision/support/court-house';
import type { Known } from '../api/support/example-of';
import { routeOf } from '../api/support/published-routes';
import { Asking, expected } from './support/asking';
import type { Holder } from './support/demonstration';
import { powersOfRoutes } from './support/powers-of-routes';
import { caseCommands, matterCommands, matterReadings, OF_CASE, OF_INNER_FILE } from './support/rooms';

const PANEL = ['zhang-ming', 'jiang-xue', 'he-qian'] as const;
const CASE = '（2026）黔0102民初821号';
/** Of another case, and of the one from which it came. */
const ANOTHER: Known = { caseNumber: '（2026）黔0102民初900号', origin: '（2025）黔0102民初17号' };
/** The court that hears the case, and those above it. */
const [HEARS, ...ABOVE] = ['黔0102', '黔01', '黔'] as const;

/** They keep the machine running, or order among those who do, and have no business with cases. */
const WITHOUT_CASES = [
  ...['informationOfficer', 'ledgerCosigner'],
  ...['systemAdministrator', 'securityAdministrator', 'auditAdministrator'],
];
const OVERSEEING_MATTERS = [
  ...['partySecretary', 'president', 'vicePresident'],
  ...['trialManagementDirector', 'trialManagementOfficer'],
];

let api: RunningApi;
let known: Known;
let matter: string;
let asking: Asking;

beforeAll(async () => {
  api = await startApi();
  const court = new CourtHouse(api, CASE);
  await court.open(PANEL, '2026-01-05');
  const document = await court.upload('zhang-ming', '判决书.txt', '草稿');
  known = {
    ...document,
    ...{ handlingJudge: 'zhang-ming', figure: '1', value: '1.5', was: '1.5', now: '2', unit: '件' },
    occurredAt: '2026-03-02',
    legalBasis: { statute: '中华人民共和国个人信息保护法', article: '第四十七条' },
  };
  const desk = new MatterDesk(api);
  matter = await desk.drafts(MANAGER, INQUIRY);
  await desk.does(VICE, matter, 'approve');
  await desk.does(MANAGER, matter, 'issue', { number: '黔高法督〔2026〕1号' });
  asking = new Asking(api, { caseNumber: CASE, matter });
});
afterAll(() => api.close());

describe('a command on a case', () => {
  const ABOUT_WHO = [
    '403 act-not-permitted',
    '403 contact-not-permitted',
    '403 not-own-court',
    '404 case-not-found',
  ];

  it.each(caseCommands.map((route) => [route.operationId, route] as const))(
    '%s is for the posts of the table, in the court that hears the case',
    async (id, route) => {
      const power = powersOfRoutes.get(id);
      const refusal = power?.reachesIntoCase ? '403 contact-not-permitted' : '403 act-not-permitted';
      const isNew = id === 'registerCase';
      const answers = await asking.answersTo(route, ABOUT_WHO, { ...known, ...ANOTHER });
      expect(answers).toEqual(
        expected(({ kind, court }) => {
          if (WITHOUT_CASES.includes(kind) && power?.court === 'own') return '404 case-not-found';
          const isAbove = ABOVE.some((one) => one === court);
          if (!isNew && court !== HEARS && !isAbove) return '404 case-not-found';
          if (!isNew && court !== HEARS && power?.court === 'own') return '403 not-own-court';
          return power?.posts.includes(kind) ? 'lets act' : refusal;
        }),
      );
    },
  );
});

describe('a matter between courts', () => {
  const routes = [...matterCommands, ...matterReadings].map((route) => [route.operationId, route] as const);

  it.each(routes)('is not there for whoever may not know of it: %s', async (_, route) => {
    const answers = await asking.answersTo(route, ['404 matter-not-found'], known);
    expect(answers).toEqual(
      expected(({ kind, court }) =>
        ['黔', '黔01'].includes(court) && OVERSEEING_MATTERS.includes(kind)
          ? 'lets act'
          : '404 matter-not-found',
      ),
    );
  });
});

describe('what is read of a case', () => {
  const OVERSEEING = [
    ...['president', 'vicePresident', 'adjudicationCommitteeMember', 'committeeSeat'],
    ...['divisionChief', 'deputyDivisionChief', 'enforcementDirector'],
    ...['trialManagementDirector', 'trialManagementOfficer'],
  ];
  const sees = ({ kind, court }: Holder): boolean =>
    !WITHOUT_CASES.includes(kind) && [HEARS, ...ABOVE].some((one) => one === court);

  it.each(OF_CASE)('%s is for the court that hears it and those above it', async (id) => {
    const answers = await asking.answersTo(routeOf(id), ['200 ', '404 case-not-found']);
    expect(answers).toEqual(expected((holder) => (sees(holder) ? '200 ' : '404 case-not-found')));
  });

  it.each(OF_INNER_FILE)('%s is for those whose inner file it is', async (id) => {
    const answers = await asking.answersTo(routeOf(id), [
      ...['200 ', '404 case-not-found', '403 inner-file-not-permitted'],
    ]);
    expect(answers).toEqual(
      expected((holder) => {
        const { kind, court, person } = holder;
        if (!sees(holder)) return '404 case-not-found';
        const isTrier = court === HEARS && PANEL.some((one) => one === person);
        const isInspector = court !== HEARS && kind === 'inspector';
        return OVERSEEING.includes(kind) || isTrier || isInspector ? '200 ' : '403 inner-file-not-permitted';
      }),
    );
  });
});
