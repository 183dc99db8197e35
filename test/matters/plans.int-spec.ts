import { openMatters, readerIn } from './support/filled-matters';

const COUNT = 20_000;

let matters: Awaited<ReturnType<typeof openMatters>>;
beforeAll(async () => {
  matters = await openMatters();
  await matters.write(`
    insert into matters
    select 'm' || i, timestamptz '2026-01-01' + i * interval '1 minute', 1, 1, 1, '黔', array['黔' || i % 100],
           array['["黔' || i % 100 || '.president",null]'],
           array['["黔' || i % 100 || '.president",null]', '["黔.trial-management-director",null]'],
           i % 3 = 0, i % 3 = 0, null, null, date '2026-01-01' + i % 300, null
      from generate_series(1, ${String(COUNT)}) as i`);
  await matters.write(`
    insert into matter_rounds
    select 'm' || i, 1, true, 'writtenInquiry', '函询', 'petition', '', '', null, 'issued', 'issued', '{}', '{}', '[]',
           array['黔' || i % 100], null, 2020 + i % 7, null, null, null, null, null, null, null, null, null, null, null,
           1, null, null, 0, 0, 0, 0, '{}', null, null, false, null, null, false
      from generate_series(1, ${String(COUNT)}) as i`);
  await matters.write(`
    insert into matter_subjects
    select kind, name, 'm' || i, 1, true from generate_series(1, ${String(COUNT)}) as i,
           lateral (values ('court', '黔'), ('court', '黔' || i % 100), ('case', '案' || i)) as x(kind, name)`);
  await matters.write('analyze');
});
afterAll(() => matters.close());

const everywhere = readerIn('黔', 'president', 'president', 'zhao-hong');
const inOneCourt = readerIn('黔7', 'president', 'president', 'x');
const withNothing = readerIn('黔7', 'handling-judge', 'handlingJudge', 'x');

it.each<[string, () => Promise<unknown>]>([
  ['of whoever issued them all', () => matters.register.page({ limit: 50 }, everywhere)],
  ['of one court aimed at', () => matters.register.page({ limit: 50 }, inOneCourt)],
  ['of who has none', () => matters.register.page({ limit: 50 }, withNothing)],
  ['that names a case', () => matters.register.page({ limit: 50, case: '案77' }, everywhere)],
  [
    'late in a court',
    () => matters.register.page({ limit: 50, court: '黔7', condition: 'late' }, everywhere),
  ],
  ['of one court’s year', () => matters.register.rounds({ year: 2024 }, inOneCourt)],
])('a list %s is read by indexes', async (_, ask) => {
  const nodes = nodesOf(await planOf(ask)).map((node) => node['Node Type']);
  expect(nodes).toEqual(expect.arrayContaining([expect.stringMatching(/Index (?:Only )?Scan$/)]));
  expect(nodes).not.toContain('Seq Scan');
});

interface PlanNode {
  readonly 'Node Type': string;
  readonly Plans?: readonly PlanNode[];
}

/** Of the statement that the question leads to. */
async function planOf(ask: () => Promise<unknown>): Promise<PlanNode> {
  const query = jest.spyOn(matters.pool, 'query');
  await ask();
  const [text, values] = query.mock.lastCall as unknown as [string, unknown[]];
  query.mockRestore();
  const { rows } = await matters.pool.query<{ 'QUERY PLAN': readonly { readonly Plan: PlanNode }[] }>(
    `explain (format json) ${text}`,
    values,
  );
  const plan = rows[0]?.['QUERY PLAN'][0]?.Plan;
  if (!plan) throw new Error('no plan');
  return plan;
}

const nodesOf = (node: PlanNode): readonly PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];
