import { acts } from '@liuhen/supervision';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startApi, type RunningApi } from '../api/support/running-api';
import { publishedRoutes, routeOf } from '../api/support/published-routes';
import { Asking, expected } from './support/asking';
import type { Holder } from './support/demonstration';
import * as rooms from './support/rooms';

/** Of the court whose posts are asked for; those above it; those that know nothing of it are all others. */
const [OWN, ...ABOVE] = ['黔0102', '黔01', '黔'] as const;
const POST = '黔0102.division-chief.civil-1';
/** 卫华, who holds that post. */
const HOLDER = 'wei-hua';
const KEEPERS = [
  'president',
  'trialManagementDirector',
  'trialManagementOfficer',
  'politicalDepartmentOfficer',
];
const PROPOSERS = ['president', 'politicalDepartmentOfficer'];
const PROPOSERS_OF_OVERSIGHT = KEEPERS;
const MAKERS_OF_RULES = ['president', 'trialManagementDirector'];

let api: RunningApi;
let asking: Asking;

beforeAll(async () => {
  api = await startApi();
  asking = new Asking(api, { court: OWN, post: POST, postId: POST, log: 'business', path: 'checkpoint' });
});
afterAll(() => api.close());

const sees = ({ court }: Holder): boolean => [OWN, ...ABOVE].some((one) => one === court);

it('every route is in a room of the matrix, once', () => {
  const inRooms: readonly string[] = [
    ...[...rooms.caseCommands, ...rooms.matterCommands, ...rooms.matterReadings].map(
      ({ operationId }) => operationId,
    ),
    ...[...rooms.OF_CASE, ...rooms.OF_INNER_FILE, ...rooms.FOR_EVERYBODY],
    ...[...rooms.KEEPING_POSTS, ...rooms.PROPOSING_POSTS, ...rooms.SINGLE],
    ...Object.keys(rooms.TESTED_ELSEWHERE),
  ];
  const routes = publishedRoutes.filter(({ path }) => path.startsWith('/api/v1/'));
  expect([...inRooms].sort()).toEqual(routes.map(({ operationId }) => operationId).sort());
  const files = Object.values(rooms.TESTED_ELSEWHERE);
  expect(files.filter((file) => !existsSync(join(__dirname, '..', '..', file)))).toEqual([]);
});

it.each(rooms.FOR_EVERYBODY)('%s answers everybody', async (id) => {
  expect(await asking.answersTo(routeOf(id), ['200 '])).toEqual(expected(() => '200 '));
});

it.each(rooms.KEEPING_POSTS)('%s is for those who keep the posts of the court', async (id) => {
  const ABOUT_WHO = ['404 post-not-found', '403 post-of-other-court', '403 post-keeping-not-permitted'];
  expect(await asking.answersTo(routeOf(id), ABOUT_WHO)).toEqual(
    expected((holder) => {
      if (!sees(holder)) return '404 post-not-found';
      if (holder.court !== OWN) return '403 post-of-other-court';
      return KEEPERS.includes(holder.kind) ? 'lets act' : '403 post-keeping-not-permitted';
    }),
  );
});

it.each(rooms.PROPOSING_POSTS)(
  '%s is for who may propose it in the court, and never for oneself',
  async (id) => {
    const ABOUT_WHO = [
      '404 post-not-found',
      '403 post-proposal-not-permitted',
      '403 own-power-not-permitted',
    ];
    const isOversight = id === 'proposeOversight';
    const proposers = isOversight ? PROPOSERS_OF_OVERSIGHT : PROPOSERS;
    expect(await asking.answersTo(routeOf(id), ABOUT_WHO)).toEqual(
      expected((holder) => {
        const { kind, court, person } = holder;
        if (!sees(holder)) return '404 post-not-found';
        if (isOversight && person === HOLDER) return '403 own-power-not-permitted';
        const isEntitled = court === OWN && proposers.includes(kind);
        return isEntitled || kind === 'securityAdministrator'
          ? 'lets act'
          : '403 post-proposal-not-permitted';
      }),
    );
  },
);

describe('a route with a row of its own', () => {
  const power = acts.find(({ name }) => name === 'supervision-matter')?.powers.DraftMatter;
  const OVERSEEING = ['courtLeaders', 'trialManagement'];

  it.each<[(typeof rooms.SINGLE)[number], refusal: string, isLetThrough: (holder: Holder) => boolean]>([
    [
      'replayAdministration',
      '403 administration-not-permitted',
      ({ kind }) => ['auditAdministrator', 'president'].includes(kind),
    ],
    ['readLog', '403 not-a-cosigner', ({ kind }) => kind === 'ledgerCosigner'],
    ['draftMatter', '403 act-not-permitted', ({ kind }) => power?.posts.includes(kind) === true],
    ['proposePolicy', '403 policy-not-permitted', ({ kind }) => MAKERS_OF_RULES.includes(kind)],
    ['runPolicyDry', '403 dry-run-not-permitted', ({ party }) => OVERSEEING.includes(party)],
    ['proposeKeyRegistration', '403 key-proposal-not-permitted', () => true],
    [
      'proposeKeyRevocation',
      '403 key-proposal-not-permitted',
      ({ kind, person }) => kind === 'securityAdministrator' || person === HOLDER,
    ],
  ])('%s', async (id, refusal, isLetThrough) => {
    expect(await asking.answersTo(routeOf(id), [refusal], { person: HOLDER })).toEqual(
      expected((holder) => (isLetThrough(holder) ? 'lets act' : refusal)),
    );
  });
});
