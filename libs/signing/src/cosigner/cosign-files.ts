import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatAddCheckpoint, utf8 } from '@liuhen/ledger';
import { httpAnswer, type CosignAnswer } from './cosign-answer';
import { parseCosignRequest } from './cosign-request';
import type { Cosigner } from './cosigner';
import { formatResponseFile, parseResponseFile, requestDigest } from './response-file';

/** Where requests lie that came over a one-way gap, and where the responses lie that go back over another. */
export interface FileExchange {
  readonly in: string;
  readonly out: string;
}

export interface AnsweredFile {
  readonly name: string;
  readonly status: number;
}

/**
 * Answers the requests that lie there, smaller trees first, in whatever order they came. What is cosigned is not asked
 * again; everything else is, so that what comes late, twice or never does no harm.
 *
 * @returns those that were asked
 */
export async function cosignFiles(
  cosigner: Cosigner,
  exchange: FileExchange,
): Promise<readonly AnsweredFile[]> {
  const answered: AnsweredFile[] = [];
  for (const { name, body } of requestsIn(exchange.in)) {
    const request = requestDigest(body);
    const path = join(exchange.out, `${name}.response`);
    if (isCosigned(path, request)) continue;
    const { status, body: text } = httpAnswer(await answerTo(cosigner, body));
    writeWhole(path, formatResponseFile({ request, status, body: text }));
    answered.push({ name, status });
  }
  return answered;
}

function requestsIn(directory: string) {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ name }) => ({ name, body: readFileSync(join(directory, name)) }))
    .map((file) => ({ ...file, size: parseCosignRequest(file.body)?.checkpoint.size ?? 0 }))
    .sort((a, b) => a.size - b.size || (a.name < b.name ? -1 : 1));
}

function isCosigned(path: string, request: string): boolean {
  if (!existsSync(path)) return false;
  const response = parseResponseFile(readFileSync(path, 'utf8'));
  return response?.status === 200 && response.request === request;
}

/** A response that was lost is given anew: over files, nobody asks a second time within the day. */
async function answerTo(cosigner: Cosigner, body: Uint8Array): Promise<CosignAnswer> {
  const answer = await cosigner.addCheckpoint(body);
  const request = parseCosignRequest(body);
  if (answer.kind !== 'conflict' || answer.size !== request?.checkpoint.size) return answer;
  return cosigner.addCheckpoint(utf8(formatAddCheckpoint({ ...request, oldSize: answer.size, proof: [] })));
}

/** Nobody finds half of it. */
function writeWhole(path: string, content: string): void {
  writeFileSync(`${path}.new`, content);
  renameSync(`${path}.new`, path);
}
