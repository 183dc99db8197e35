import { formatCheckpoint, parseNatural, parseNote } from '@liuhen/ledger';
import { ask, type Response } from '../http/ask';
import type { LogStanding } from './log-standing';
import { formatSignRequest, type Growth } from './sign-request';

export interface SignerClientOptions {
  /** `unix:/path/signer.sock`, or an http(s) address. */
  readonly address: string;
  /** The signer's, where it is reached over the network. */
  readonly secret?: string | undefined;
  readonly timeoutMs?: number;
}

export type SignOutcome =
  /** The checkpoint as a signed note. */
  | { readonly kind: 'signed'; readonly note: string }
  /** It has signed another size last: prove the growth from there. At the same size it has signed another tree. */
  | { readonly kind: 'conflict'; readonly size: number }
  /** It signed another a moment ago. */
  | { readonly kind: 'too-soon' }
  /** The tree does not continue what it signed: it never will sign this. */
  | { readonly kind: 'inconsistent' };

/** The signer cannot be reached, or does not do its work; it is asked again later. */
export class SignerUnavailable extends Error {
  override readonly name = 'SignerUnavailable';
}

const PATIENCE_MS = 5_000;
const MAX_ANSWER_BYTES = 1024 * 1024;

/** The notary's side of the signer. */
export class SignerClient {
  constructor(private readonly options: SignerClientOptions) {}

  /** Where a log stands, by its own origin. @throws SignerUnavailable */
  async state(origin: string): Promise<LogStanding> {
    const logs = await this.logs();
    const found = logs.find((log) => log.origin === origin);
    if (!found) throw new SignerUnavailable(`签署进程不签署日志 ${origin}`);
    return found;
  }

  /** @throws SignerUnavailable */
  async logs(): Promise<readonly LogStanding[]> {
    const { status, body } = await this.#ask('GET', '/logs');
    if (status !== 200) throw refused(status, body);
    return JSON.parse(body.toString()) as readonly LogStanding[];
  }

  /** @throws SignerUnavailable */
  async sign(growth: Growth): Promise<SignOutcome> {
    const { status, body } = await this.#ask('POST', '/sign', formatSignRequest(growth));
    switch (status) {
      case 200:
        return { kind: 'signed', note: noteOf(growth, body.toString()) };
      case 409:
        return { kind: 'conflict', size: parseNatural(body.toString().trim()) };
      case 422:
        return { kind: 'inconsistent' };
      case 429:
        return { kind: 'too-soon' };
      default:
        throw refused(status, body);
    }
  }

  async #ask(method: 'GET' | 'POST', path: string, body?: string): Promise<Response> {
    const { address: base, secret, timeoutMs = PATIENCE_MS } = this.options;
    try {
      return await ask({
        base,
        method,
        path,
        secret,
        timeoutMs,
        maxBytes: MAX_ANSWER_BYTES,
        ...(body === undefined ? {} : { body }),
      });
    } catch (error) {
      throw new SignerUnavailable(`连接不上签署进程 ${base}`, { cause: error });
    }
  }
}

const noteOf = ({ checkpoint }: Growth, line: string): string => {
  const note = `${formatCheckpoint(checkpoint)}\n${line}`;
  parseNote(note);
  return note;
};

const refused = (status: number, body: Buffer): SignerUnavailable =>
  new SignerUnavailable(`签署进程拒绝（${String(status)}）：${body.toString().trim()}`);
