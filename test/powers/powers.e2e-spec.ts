import { startApi, type RunningApi } from '../api/support/running-api';
import { INQUIRY, MANAGER, VICE } from '../matters/support/inquiry';
import { MatterDesk } from '../matters/support/matter-desk';
import { CourtHouse } from '../supervision/support/court-house';
import { holders, nameOf, type Holder } from './support/demonstration';
import { exampleOf, type Known } from '../api/support/example-of';
import { powersOfRoutes } from './support/powers-of-routes';
import { publishedRoutes, schemas, type PublishedRoute } from '../api/support/published-routes';

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
let keys = 0;

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
});
afterAll(() => api.close());

const commands = publishedRoutes.filter(({ method }) => method !== 'get');
const onMatters = commands.filter(({ path }) => path.startsWith('/api/v1/matters/{matter}'));
const onCases = commands.filter(({ operationId }) => powersOfRoutes.has(operationId));

/** Status and code with which a person in a post is answered. */
async function answerTo(route: PublishedRoute, { person, post }: Holder): Promise<string> {
  const path = route.path
    .replace('{caseNumber}', encodeURIComponent(CASE))
    .replace('{matter}', matter)
    .replaceAll(/\{\w+\}/g, '1');

  const schema = route.requestBody?.content['application/json']?.schema ?? {};
  const given = route.path.startsWith('/api/v1/cases') ? { ...known, ...ANOTHER } : known;
  const headers = {
    ...(await api.as(person)),
    'liuhen-post': encodeURIComponent(post),
    ...(route.method === 'get'
      ? {}
      : { 'content-type': 'application/json', 'idempotency-key': `powers-${String(++keys)}` }),
  };
  const body = route.method === 'get' ? null : JSON.stringify(exampleOf(schema, schemas, given) ?? {});
  const answer = await api.call(path, { method: route.method.toUpperCase(), headers, body });
  const { code, detail = '' } = (await answer.json()) as { readonly code?: string; readonly detail?: string };
  if (answer.status === 400) throw new Error(`${route.operationId}: ${detail}`);
  return `${String(answer.status)} ${code ?? ''}`;
}

/** What each of them is answered, by name; whatever is not about who they are is `lets act`. */
async function answersTo(route: PublishedRoute, ofPower: readonly string[]): Promise<Record<string, string>> {
  const answers: Record<string, string> = {};
  for (const holder of holders) {
    const answer = await answerTo(route, holder);
    expect(`${nameOf(holder)}: ${answer}`).not.toMatch(/: (?:5|400)/);
    answers[nameOf(holder)] = ofPower.includes(answer) ? answer : 'lets act';
  }
  return answers;
}

const expected = (verdict: (holder: Holder) => string): Record<string, string> =>
  Object.fromEntries(holders.map((holder) => [nameOf(holder), verdict(holder)]));

it('every command has a power, or is kept elsewhere', () => {
  const elsewhere = commands.filter((route) => !onCases.includes(route) && !onMatters.includes(route));
  expect(elsewhere.map(({ path }) => path.split('/')[3]).filter((room) => room === 'cases')).toEqual([
    'cases',
  ]);
  expect([...new Set(elsewhere.map(({ path }) => path.split('/')[3]))].sort()).toEqual([
    'cases',
    'keys',
    'matters',
    'policies',
    'posts',
  ]);
});

describe('a command on a case', () => {
  const ABOUT_WHO = [
    '403 act-not-permitted',
    '403 contact-not-permitted',
    '403 not-own-court',
    '404 case-not-found',
  ];

  it.each(onCases.map((route) => [route.operationId, route] as const))(
    '%s is for the posts of the table, in the court that hears the case',
    async (id, route) => {
      const power = powersOfRoutes.get(id);
      const refusal = power?.reachesIntoCase ? '403 contact-not-permitted' : '403 act-not-permitted';
      const isNew = id === 'registerCase';
      const answers = await answersTo(route, ABOUT_WHO);
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

describe('a step in a matter between courts', () => {
  it.each(onMatters.map((route) => [route.operationId, route] as const))(
    '%s does not exist for whoever may not know of the matter',
    async (_, route) => {
      const answers = await answersTo(route, ['404 matter-not-found']);
      expect(answers).toEqual(
        expected(({ kind, court }) =>
          ['黔', '黔01'].includes(court) && OVERSEEING_MATTERS.includes(kind)
            ? 'lets act'
            : '404 matter-not-found',
        ),
      );
    },
  );
});

describe('what is read of a case', () => {
  const READ = ['showCase', 'replayHistory', 'showAccountability', 'showFamily', 'listRedactions'];
  const INNER = ['listReviews', 'listMeetings', 'listCommitteeMatters'];
  const OVERSEEING = [
    ...['president', 'vicePresident', 'adjudicationCommitteeMember', 'committeeSeat'],
    ...['divisionChief', 'deputyDivisionChief', 'enforcementDirector'],
    ...['trialManagementDirector', 'trialManagementOfficer'],
  ];
  const named = (ids: readonly string[]) =>
    ids.map((id) => [id, publishedRoutes.find(({ operationId }) => operationId === id)] as const);

  const sees = ({ kind, court }: Holder): boolean =>
    !WITHOUT_CASES.includes(kind) && [HEARS, ...ABOVE].some((one) => one === court);

  async function readings(route: PublishedRoute | undefined): Promise<Record<string, string>> {
    const answers: Record<string, string> = {};
    for (const holder of holders)
      answers[nameOf(holder)] = route ? await answerTo(route, holder) : 'no route';
    return answers;
  }

  it.each(named(READ))('%s is for the court that hears it and those above it', async (_, route) => {
    const answers = await readings(route);
    expect(answers).toEqual(expected((holder) => (sees(holder) ? '200 ' : '404 case-not-found')));
  });

  it.each(named(INNER))('%s is for those whose inner file it is', async (_, route) => {
    const answers = await readings(route);
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
