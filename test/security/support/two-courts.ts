import { startApi, type RunningApi } from '../../api/support/running-api';
import { until } from '../../support/until';

export const OWN = '（2026）黔0304刑初7号';
export const FOREIGN = '（2026）黔0102民初7654321号';
/** In the records of the other court and in no request. */
const CANARY = '金丝雀甲乙丙丁';

/** A court with a case that nobody elsewhere may learn of, and people of courts that have nothing to do with it. */
export class TwoCourts {
  private constructor(
    readonly api: RunningApi,
    private readonly secrets: readonly string[],
  ) {}

  static async start(): Promise<TwoCourts> {
    const api = await startApi();
    await register(api, 'lv-dong', { caseNumber: OWN, caseType: 'criminal' });
    const event = await register(api, 'zhang-ming', {
      caseNumber: FOREIGN,
      caseType: 'civil',
      cause: CANARY,
    });
    const judge = await api.as('zhang-ming');
    await until(async () =>
      (await (await api.call('/api/v1/cases', { headers: judge })).text()).includes('7654321'),
    );
    return new TwoCourts(api, [CANARY, event]);
  }

  /** What an answer to somebody elsewhere tells of the case; what they asked for themselves tells nothing. */
  leaksIn(answer: string, asked: string): readonly string[] {
    const all = asked.includes('7654321') ? this.secrets : [...this.secrets, '7654321'];
    return all.filter((secret) => answer.includes(secret));
  }

  close(): Promise<void> {
    return this.api.close();
  }
}

async function register(api: RunningApi, handlingJudge: string, body: object): Promise<string> {
  const answer = await api.call('/api/v1/cases', {
    method: 'POST',
    headers: {
      ...(await api.as(handlingJudge)),
      'content-type': 'application/json',
      'idempotency-key': `canary-${handlingJudge}`,
    },
    body: JSON.stringify({ stage: 'firstInstance', handlingJudge, ...body }),
  });
  if (answer.status !== 201) throw new Error(await answer.text());
  const { events } = (await answer.json()) as { readonly events: readonly { readonly id: string }[] };
  return events[0]?.id ?? '';
}
