import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { SELECT_PATH } from '../services/select-path';
import type { WorklistAddress } from '../services/worklist-service';
import { Timing, type Timed, type Times } from '../workload/timing';

export interface WorklistInput extends Times, WorklistAddress {
  readonly route: 'worklist' | 'select';
  readonly connections: number;
}

const PATHS = { worklist: '/api/v1/worklist', select: SELECT_PATH } as const;

/** Lists a second, and how long each took: one person after the other asks for theirs, so many at once. */
export async function worklistTask(input: WorklistInput): Promise<Timed> {
  const { url, tokens, route, connections, ...times } = input;
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const timing = new Timing(times);
  let asked = 0;
  const ask = async (): Promise<void> => {
    while (!timing.isOver()) {
      const token = tokens[asked++ % tokens.length] ?? '';
      const began = performance.now();
      await get(agent, `${url}${PATHS[route]}`, token);
      timing.done(began, 1);
    }
  };
  await Promise.all(Array.from({ length: connections }, ask));
  agent.destroy();
  return timing.result();
}

/** @throws Error for any answer but 200 */
async function get(agent: Agent, url: string, token: string): Promise<void> {
  const asking = request(url, { agent, headers: { authorization: `Bearer ${token}` } });
  asking.end();
  const [answer] = (await once(asking, 'response')) as [IncomingMessage];
  const body = await text(answer);
  if (answer.statusCode !== 200) throw new Error(`${String(answer.statusCode)} ${body}`);
}
