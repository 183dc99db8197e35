import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { INSERTS_PATH } from '../services/inserts-path';
import type { HttpAddress } from '../services/http-service';
import { Timing, type Timed, type Times } from '../workload/timing';

export interface HttpInput extends Times, HttpAddress {
  readonly route: 'commands' | 'inserts';
  readonly connections: number;
  /** Number of the first case; those of all measurements of one server differ. */
  readonly firstCase: number;
}

/** Requests a second on so many connections that are kept, each waiting for its answer before it asks again. */
export async function httpTask(input: HttpInput): Promise<Timed & { readonly acknowledged: number }> {
  const { url, token, route, connections, firstCase, ...times } = input;
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const timing = new Timing(times);
  let acknowledged = 0;
  const ask = async (): Promise<void> => {
    while (!timing.isOver()) {
      const began = performance.now();
      await post(agent, `${url}${PATHS[route]}`, token, firstCase + acknowledged++);
      timing.done(began, 1);
    }
  };
  await Promise.all(Array.from({ length: connections }, ask));
  agent.destroy();
  return { ...timing.result(), acknowledged };
}

const PATHS = { commands: '/api/v1/cases', inserts: INSERTS_PATH } as const;

/** Asks for the n-th case to be registered. @throws Error for any answer but 201 */
async function post(agent: Agent, url: string, token: string, n: number): Promise<void> {
  const headers = {
    authorization: `Bearer ${token}`,
    'idempotency-key': `bench-${String(n)}`,
    'content-type': 'application/json',
  };
  const asking = request(url, { agent, method: 'POST', headers });
  asking.end(JSON.stringify(registrationBody(n)));
  const [answer] = (await once(asking, 'response')) as [IncomingMessage];
  const body = await text(answer);
  if (answer.statusCode !== 201) throw new Error(`${String(answer.statusCode)} ${body}`);
}

function registrationBody(n: number): object {
  const caseNumber = `（2024）黔01民终${String(n)}号`;
  return {
    caseNumber,
    printedNumber: caseNumber,
    caseType: 'civil',
    stage: 'secondInstance',
    cause: '建设工程施工合同纠纷（工程价款优先受偿权、逾期付款违约金及工程质量保证金返还）',
    filedOn: '2024-03-01',
    handlingJudge: 'wang-ning',
    panel: ['wang-ning', 'p-judge-2', 'p-judge-3'],
    trialForm: 'ordinary',
  };
}
