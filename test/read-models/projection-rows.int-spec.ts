import { insertRows, updateRows } from '@liuhen/kernel';
import { sqlOf } from '@liuhen/read-models';
import { Client } from 'pg';
import { freshDatabase, type TestDatabase } from '../support/database';

let database: TestDatabase;
let client: Client;

beforeAll(async () => {
  database = await freshDatabase();
  client = new Client(database.ownerUrl);
  await client.connect();
});
beforeEach(() =>
  client.query(`create temporary table duties (
    id uuid primary key, title text not null, rev integer, open boolean, due date, at timestamptz,
    labels text[] not null default '{none}', terms jsonb)`),
);
afterEach(() => client.query('drop table duties'));
afterAll(async () => {
  await client.end();
  await database.drop();
});

const insert = (...rows: readonly object[]) => insertRows(sqlOf(client), 'duties', rows);
const duties = async () => (await client.query<object>('select * from duties order by id')).rows;

const FIRST = '019a0000-0000-7000-8000-000000000001';
const SECOND = '019a0000-0000-7000-8000-000000000002';
const row = (id: string, title = '函询') => ({ id, title, rev: 0 });

describe('rows inserted', () => {
  it('have the types of the table’s columns', async () => {
    const row = {
      id: FIRST,
      title: '引号"、反斜线\\、换行\n、逗号,{}',
      rev: 7,
      open: true,
      due: '2026-03-01',
      at: '2026-03-01T01:02:03.456Z',
      labels: ['甲,乙', '引号"', '{}', '', 'null', '\\'],
      terms: [{ days: 1.5, nested: { none: null, text: '"' } }],
    };
    await insert(row);
    const { rows } = await client.query('select *, due::text from duties');
    expect(rows).toEqual([{ ...row, at: new Date(row.at) }]);
  });

  it('are null where nothing is given, and have the default where the column is not named', async () => {
    await insert({ ...row(FIRST), open: undefined, due: null, terms: undefined });
    expect(await duties()).toEqual([
      { ...row(FIRST), open: null, due: null, at: null, terms: null, labels: ['none'] },
    ]);
  });

  it('may be none', async () => {
    await insert();
    expect(await duties()).toEqual([]);
  });

  it.each([
    ['a column that the table has not', { ...row(FIRST), titel: '函询' }, '42703'],
    ['a value that is not of the column’s type', { ...row(FIRST), rev: 'seven' }, '22P02'],
    ['an array that is none', { ...row(FIRST), labels: '甲' }, '22P02'],
    ['a day that does not exist', { ...row(FIRST), due: '2026-02-30' }, '22008'],
  ])('are refused with %s', async (_, wrong, code) => {
    await expect(insert(wrong)).rejects.toMatchObject({ code });
  });

  it('are all refused with one of them', async () => {
    await expect(insert(row(FIRST), row(SECOND), row(FIRST))).rejects.toMatchObject({ code: '23505' });
    expect(await duties()).toEqual([]);
  });
});

describe('rows updated', () => {
  const update = (...changes: readonly { readonly id: string; readonly title: string }[]) =>
    updateRows(sqlOf(client), 'duties', 'id', changes);

  beforeEach(() => insert(row(FIRST), row(SECOND)));

  it('keep what the changes do not name, and others as they are', async () => {
    await update({ id: SECOND, title: '约谈' });
    expect(await duties()).toMatchObject([row(FIRST), row(SECOND, '约谈')]);
  });

  it('have the last of several changes', async () => {
    const titles = ['约谈', '督办', '通报'];
    await update(...titles.map((title) => ({ id: FIRST, title })), { id: SECOND, title: '约谈' });
    expect(await duties()).toMatchObject([row(FIRST, '通报'), row(SECOND, '约谈')]);
  });

  it('are told apart by several columns where one is not enough', async () => {
    await updateRows(
      sqlOf(client),
      'duties',
      ['id', 'title'],
      [
        { ...row(FIRST), rev: 1 },
        { ...row(SECOND, '约谈'), rev: 1 },
        { ...row(FIRST), rev: 2 },
      ],
    );
    expect(await duties()).toMatchObject([{ ...row(FIRST), rev: 2 }, row(SECOND)]);
  });

  it('may be none, or not there', async () => {
    await update();
    await update({ id: '019a0000-0000-7000-8000-000000000003', title: '约谈' });
    expect(await duties()).toMatchObject([row(FIRST), row(SECOND)]);
  });
});
