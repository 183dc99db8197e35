import type { Response } from 'supertest';
import { holder, terms } from '../../libs/supervision/src/court-rules/testing/nanming-case';
import { startApi, type RunningApi } from '../api/support/running-api';
import { ServerUnderTest } from '../eventstoredb/open-store';
import { MatterDesk } from '../matters/support/matter-desk';
import { enter } from './support/entered';
import { LAW, LEADER, LEADER_ABOVE, OldCase, PROPOSER } from './support/old-case';

const MANAGER = 'cao-yue';
const VICE = 'chu-yun';

const refused = ({ status, body }: Response): readonly unknown[] => [
  status,
  (body as { readonly code?: string }).code,
];

const UNDER_WAY = [422, 'redaction-under-way'];

async function proposing(old: OldCase, event?: string): Promise<Response> {
  const named = event ?? (await old.idOf('CaseRegistered'));
  return old.post(PROPOSER, '/redactions', {
    event: named,
    fields: ['cause'],
    legalBasis: LAW,
    reason: '依申请',
  });
}

describe('while something is under way, nothing is taken away:', () => {
  let api: RunningApi;
  let cases = 910;
  let old: OldCase;

  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    old = new OldCase(api, `（2026）黔0102民初${String(++cases)}号`);
    await old.bring();
  });

  const objected = () => {
    const charge = terms('objectionAnswer', '1', holder('shen-bo'));
    const said = {
      review: '1',
      objection: '1',
      level: 'divisionChief',
      to: 'trialManagement',
      text: '有异议',
    };
    const data = { ...said, charge: JSON.parse(JSON.stringify(charge)) as object };
    return enter(api.config, old.caseNumber, { type: 'ReviewObjected', data: data as never });
  };
  const answered = () => {
    const data = { review: '1', objection: '1', duty: 'objectionAnswer/1', answer: '不成立' };
    return enter(api.config, old.caseNumber, { type: 'ObjectionAnswered', data });
  };

  it('an objection that is not answered', async () => {
    await objected();
    expect(refused(await proposing(old))).toEqual(UNDER_WAY);
    await answered();
    expect((await proposing(old)).status).toBe(201);
  });

  it('one that came between the proposal and its approval', async () => {
    await old.propose(await old.idOf('CaseRegistered'), 'cause');
    await old.does(LEADER, '/redactions/1/approvals', {});
    await objected();
    expect(refused(await old.approve(LEADER_ABOVE))).toEqual(UNDER_WAY);
    await answered();
    expect((await old.approve(LEADER_ABOVE)).status).toBe(201);
  });

  it('a matter that names the case, which is not told', async () => {
    const desk = new MatterDesk(api);
    const post = (id: string, person?: string) => ({ court: '黔0102', post: id, ...(person && { person }) });
    const matter = await desk.drafts(MANAGER, {
      ...{ instrument: 'listedSupervision', title: '挂牌督办', trigger: 'caseEvent', cause: '群众反映' },
      problem: '久拖不决',
      demands: [{ category: 'progressMeasure', text: '报告进展', measure: 'panelReport' }],
      targets: [
        {
          ...{ kind: 'case', court: '黔0102', caseNumber: old.caseNumber },
          responsible: post('黔0102.handling-judge.civil-1', 'zhang-ming'),
        },
      ],
      approver: post('黔0102.vice-president.civil'),
    });
    const answer = await proposing(old);
    expect(refused(answer)).toEqual(UNDER_WAY);
    expect((answer.body as { detail: string }).detail).toBe(
      '本案还有未办结的事项、异议、督导事项、线索或者证据保全，不得遮蔽',
    );
    await desk.does(VICE, matter, 'approve');
    await desk.does(VICE, matter, 'cancel', { reason: '情况已经变化' });
    expect((await proposing(old)).status).toBe(201);
  });

  it('nor ever of what is isolated, which is not there for anybody', async () => {
    const data = { review: null, committee: '1', materials: [] };
    const event = await enter(api.config, old.caseNumber, {
      ...{ type: 'CommitteeConvened', secrecy: 'isolated', data },
    });
    const body = { event, fields: ['materials'], legalBasis: LAW, reason: '依申请' };
    expect(refused(await old.post(PROPOSER, '/redactions', body))).toEqual([
      404,
      'redaction-event-not-found',
    ]);
  });

  it('nor of the inner file by who may not read it', async () => {
    const data = { review: null, committee: '1', materials: [] };
    const event = await enter(api.config, old.caseNumber, {
      ...{ type: 'CommitteeConvened', secrecy: 'inner', data },
    });
    const body = { event, fields: ['materials'], legalBasis: LAW, reason: '依申请' };
    expect(refused(await old.post('jiang-xue', '/redactions', body))).toEqual([
      ...[404, 'redaction-event-not-found'],
    ]);
    expect((await old.post(PROPOSER, '/redactions', body)).status).toBe(201);
  });

  it('and what is declined, or taken back, is over', async () => {
    await old.propose(await old.idOf('CaseRegistered'), 'cause');
    await old.does(LEADER_ABOVE, '/redactions/1/refusals', { reason: '尚有需要' });
    expect(refused(await old.approve(LEADER_ABOVE))).toEqual([422, 'redaction-not-open']);
    await old.propose(await old.idOf('CaseRegistered'), 'cause');
    await old.does(PROPOSER, '/redactions/2/refusals', { reason: '当事人撤回申请' });
    const { events } = await old.history();
    expect(events.at(-1)?.line).toContain('不同意第2件遮蔽：当事人撤回申请');
  });
});

describe('on EventStoreDB', () => {
  const server = new ServerUnderTest();
  beforeAll(() => server.start());
  afterAll(() => server.stop());

  it('nothing is ever taken away, and that is said', async () => {
    const config = { eventStore: 'eventstoredb', eventStoreDbUrl: server.url } as const;
    const api = await startApi({ config });
    const old = new OldCase(api, '（2026）黔0102民初950号');
    await old.bring();
    const answer = await proposing(old);
    expect(refused(answer)).toEqual([422, 'redaction-engine-cannot-erase']);
    expect((answer.body as { detail: string }).detail).toContain('EventStoreDB');
    await api.close();
  });
});
