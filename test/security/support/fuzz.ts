import fc from 'fast-check';
import { Agent, request as httpRequest } from 'node:http';
import { faultsOf, type Answer } from './faults';
import { hostileRequest, type HostileRequest } from './hostile-requests';
import { FOREIGN, OWN, type TwoCourts } from './two-courts';

const KNOWN = [OWN, FOREIGN, '黔0102', '黔0304', '019a0000-0000-7000-8000-000000000000', 'a'.repeat(64), '1'];
/** Of courts that have nothing to do with the other; what they are answered must not tell of it. */
const STRANGERS = ['lv-dong', 'qin-yue', 'you-jie'];
const SENDERS = [...STRANGERS, 'zhang-ming', 'zhao-hong', 'nobody', 'forged'] as const;

/**
 * Sends so many requests and fails with the first whose answer is wrong.
 *
 * @returns how many were answered with each status
 */
export async function fuzz(
  courts: TwoCourts,
  seed: number,
  numRuns: number,
): Promise<ReadonlyMap<number, number>> {
  const answered = new Map<number, number>();
  const agent = new Agent({ keepAlive: true });
  const tokens = await tokensOf(courts);
  try {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...SENDERS), hostileRequest(KNOWN), async (sender, request) => {
        const answer = await send(courts.api.server.url, agent, request, tokens.get(sender));
        answered.set(answer.status, (answered.get(answer.status) ?? 0) + 1);
        expect(faultsOf(answer, request.method)).toEqual([]);
        if (!STRANGERS.includes(sender)) return;
        const asked = decoded(request.path) + request.body;
        expect(courts.leaksIn(answer.text, asked)).toEqual([]);
      }),
      { seed, numRuns },
    );
  } finally {
    agent.destroy();
  }
  return answered;
}

async function tokensOf({ api }: TwoCourts): Promise<ReadonlyMap<string, string>> {
  const known = SENDERS.filter((sender) => sender !== 'nobody' && sender !== 'forged');
  const tokens = new Map<string, string>();
  for (const person of known) tokens.set(person, (await api.as(person)).authorization);
  return tokens.set('forged', `${tokens.get('zhang-ming')?.slice(0, -6) ?? ''}AAAAAA`);
}

const send = (
  url: string,
  agent: Agent,
  { method, path, headers, body }: HostileRequest,
  authorization: string | undefined,
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const identity = authorization === undefined ? {} : { authorization };
    const options = { agent, method, path, headers: { ...headers, ...identity } };
    const outgoing = httpRequest(url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const { statusCode: status = 0, headers: given } = response;
        resolve({ status, type: given['content-type'] ?? '', text: Buffer.concat(chunks).toString() });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
