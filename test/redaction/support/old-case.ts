import type { RunningApi } from '../../api/support/running-api';
import { CourtHouse } from '../../supervision/support/court-house';

/** Nobody else's words, so that they can be looked for everywhere. */
export const SECRET = '龘某与靐某离婚一案';
export const PLACE = 'https://文书.invalid/龘某';

export const LAW = { statute: '中华人民共和国个人信息保护法', article: '第四十七条' };

/** 沈博 proposes; 陈磊 leads the court, 周敏 the one above. */
export const [PROPOSER, LEADER, LEADER_ABOVE] = ['shen-bo', 'chen-lei', 'zhou-min'] as const;

/** A case that ended so long ago that its archive need not be kept any more, as the case system brought it. */
export class OldCase extends CourtHouse {
  constructor(
    private readonly running: RunningApi,
    caseNumber: string,
  ) {
    super(running, caseNumber);
  }

  async bring(cause = SECRET, publishedAt = PLACE): Promise<void> {
    const { caseNumber, running } = this;
    const imported = { source: 'imported' };
    const filing = { caseNumber, court: { code: '黔0102' }, caseType: 'civil', stage: 'firstInstance' };
    const headers = {
      ...(await running.as('case-system')),
      'idempotency-key': `bring-${caseNumber.replace(/\D/g, '')}`,
      'content-type': 'application/json',
    };
    const answer = await running.call('/api/v1/cases', {
      method: 'POST',
      headers,
      body: JSON.stringify({ ...imported, ...filing, cause, publishedAt }),
    });
    if (answer.status !== 201) throw new Error(await answer.text());
    const result = { ...imported, disposition: 'upheld', decidedOn: '1960-05-04' };
    await this.does('case-system', '/dispositions', result);
  }

  async history(person = PROPOSER as string, query = '') {
    const answer = await this.get(person, this.path(`/history${query}`));
    return answer.body as {
      readonly events: readonly { readonly id: string; readonly type: string; readonly line: string }[];
    };
  }

  /** Id of the event of the type. */
  async idOf(type: string): Promise<string> {
    const { events } = await this.history(LEADER);
    return events.find((event) => event.type === type)?.id ?? '';
  }

  async propose(event: string, ...fields: readonly string[]) {
    const body = { event, fields, legalBasis: LAW, reason: '当事人申请删除，保管期限已届满' };
    return this.does(PROPOSER, '/redactions', body);
  }

  approve(person: string, proposal = '1') {
    return this.post(person, `/redactions/${proposal}/approvals`, {});
  }

  /** From the proposal to the end. */
  async redact(event: string, ...fields: readonly string[]): Promise<void> {
    await this.propose(event, ...fields);
    await this.does(LEADER, '/redactions/1/approvals', {});
    await this.does(LEADER_ABOVE, '/redactions/1/approvals', {});
  }
}
