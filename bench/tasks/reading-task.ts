import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import type { ReadingAddress } from '../services/reading-service';
import { Timing, type Timed, type Times } from '../workload/timing';

export interface ReadingInput extends Times, ReadingAddress {
  readonly route: 'recorded' | 'repeated' | 'untraced';
  readonly connections: number;
  readonly caseNumber: string;
}

const PATHS = {
  recorded: '/api/v1/cases/',
  repeated: '/api/v1/cases/',
  untraced: '/api/v1/bench/cases/',
} as const;

/** Readings of a case a second, by one person after the other, so many at once. */
export async function readingTask(input: ReadingInput): Promise<Timed> {
  const { url, tokens, route, connections, caseNumber, ...times } = input;
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const timing = new Timing(times);
  const began = Date.now();
  let asked = 0;
  const ask = async (): Promise<void> => {
    while (!timing.isOver()) {
      const started = performance.now();
      const number = asked++;
      // With a purpose of its own each reading is another one.
      const purpose = route === 'recorded' ? `${String(began)}-${String(number)}` : 'bench';
      const headers = {
        authorization: `Bearer ${tokens[number % tokens.length] ?? ''}`,
        'liuhen-purpose': purpose,
      };
      await get(agent, `${url}${PATHS[route]}${encodeURIComponent(caseNumber)}`, headers);
      timing.done(started, 1);
    }
  };
  await Promise.all(Array.from({ length: connections }, ask));
  agent.destroy();
  return timing.result();
}

/** @throws Error for any answer but 200 */
async function get(agent: Agent, url: string, headers: Readonly<Record<string, string>>): Promise<void> {
  const asking = request(url, { agent, headers });
  asking.end();
  const [answer] = (await once(asking, 'response')) as [IncomingMessage];
  const body = await text(answer);
  if (answer.statusCode !== 200) throw new Error(`${String(answer.statusCode)} ${body}`);
}
