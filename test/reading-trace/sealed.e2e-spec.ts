import { startApi, type RunningApi } from '../api/support/running-api';
import { MatterDesk } from '../matters/support/matter-desk';
import { CourtHouse } from '../supervision/support/court-house';
import { told, trailIn } from './support/trail';

const CASE = '（2026）黔0102民初931号';
const PANEL = ['zhang-ming', 'jiang-xue', 'he-qian'];
/** 高院: 督察, 审管办主任, 院长. 南明区法院: 院长, 庭长. */
const [INSPECTOR, MANAGER, PRESIDENT] = ['song-yi', 'gu-ning', 'zhao-hong'] as const;
const [AIMED_AT, CHIEF] = ['chen-lei', 'wei-hua'] as const;
const PRESIDING = { person: PRESIDENT, post: '黔.president' };

/** 督察移送 concerning the case. */
const LEAD = {
  ...{ instrument: 'inspectorateReferral', title: '关于一件案件线索的移送', trigger: 'petition' },
  ...{ cause: '信访反映', problem: '反映办案人员不廉洁', demands: [] },
  targets: [
    {
      ...{ kind: 'case', court: '黔0102', caseNumber: CASE },
      responsible: { court: '黔', post: '黔.inspector', person: INSPECTOR },
    },
  ],
  approver: { court: '黔', post: '黔.president' },
};

let api: RunningApi;
let court: CourtHouse;
let desk: MatterDesk;
beforeAll(async () => {
  api = await startApi();
  court = new CourtHouse(api, CASE);
  await court.open(PANEL, '2026-01-05');
  desk = new MatterDesk(api);
});
afterAll(() => api.close());

const looks = async (person: string, rest: string) => {
  const answer = await court.get(person, court.path(rest));
  if (answer.status !== 200) throw new Error(answer.text);
};
const whole = async (limit = 200) => court.get(CHIEF, court.path(`/readers?limit=${String(limit)}`));
/** Without those of the trail itself. */
const seen = async () => told(trailIn(await whole())).filter((line) => !line.includes(' trail'));

it('what those who look into an open lead read does not show, nor that it does not, until it is closed', async () => {
  await looks(INSPECTOR, '/history');
  expect(await seen()).toEqual([`${INSPECTOR} view history`]);

  const lead = await desk.drafts(MANAGER, LEAD);
  await looks(INSPECTOR, '');
  await looks(MANAGER, '/family');
  await looks('jiang-xue', '');
  await looks(INSPECTOR, '/readers');
  const open = [`${INSPECTOR} view history`, 'jiang-xue view case'];
  // What was shown before the lead goes on showing.
  expect(await seen()).toEqual(open);
  await desk.does(PRESIDING, lead, 'approve');
  await desk.does(MANAGER, lead, 'issue', { number: '黔高法移〔2026〕1号' });
  await desk.does(INSPECTOR, lead, 'receive');
  await looks(INSPECTOR, '/accountability');
  expect(await seen()).toEqual(open);

  // Every page is full as long as there is more: no gap tells of what is left out.
  const pages: string[][] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const rest = `/readers?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`;
    const page = await court.get(AIMED_AT, court.path(rest));
    pages.push([...told(trailIn(page))]);
    cursor = (page.body as { readonly next: string | null }).next;
  }
  for (const page of pages.slice(0, -1)) expect(page).toHaveLength(2);
  expect(pages.flat().some((line) => line.startsWith(MANAGER))).toBe(false);

  await desk.does(MANAGER, lead, 'archive', { volume: '督察卷1' });
  expect((await seen()).toSorted()).toEqual(
    [...open, `${INSPECTOR} view case`, `${MANAGER} view case`, `${INSPECTOR} view duties`].toSorted(),
  );
});

it('who looks at a lead on the case is not listed as having looked at the case', async () => {
  const lead = await desk.drafts(MANAGER, LEAD);
  await desk.get(MANAGER, desk.path(lead));
  await desk.get(MANAGER, '/api/v1/matters?limit=200');
  expect((await seen()).filter((line) => line.includes('matter'))).toEqual([]);
});

it('a lead that names no case seals what its people read of any case of the court that it names', async () => {
  const [only] = LEAD.targets;
  const target = { kind: 'court', court: '黔0102', responsible: only?.responsible };
  const before = await seen();
  const lead = await desk.drafts(MANAGER, { ...LEAD, targets: [target] });
  await looks(INSPECTOR, '/diff?by=recorded&from=2020-01-01&to=2099-01-01');
  await looks('zhang-ming', '/family');
  expect(await seen()).toEqual([...before, 'zhang-ming view case']);
  await desk.does(MANAGER, lead, 'cancel', { reason: '线索不实' });
  expect((await seen()).filter((line) => !before.includes(line)).length).toBeGreaterThan(0);
});
