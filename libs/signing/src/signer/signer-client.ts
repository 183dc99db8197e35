import { formatCheckpoint, parseNatural, parseNote } from '@liuhen/ledger';
import { ask } from '../http/ask';
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
class SignerUnavailable extends Error {
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
    return this.#ask('GET', '/logs', undefined, ({ status, text }) => {
      if (status !== 200) throw refused(status, text);
      return JSON.parse(text) as readonly LogStanding[];
    });
  }

  /** @throws SignerUnavailable */
  async sign(growth: Growth): Promise<SignOutcome> {
    return this.#ask('POST', '/sign', formatSignRequest(growth), (answer) => outcomeOf(growth, answer));
  }

  async #ask<Result>(
    method: 'GET' | 'POST',
    path: string,
    body: string | undefined,
    read: (answer: SignerAnswer) => Result,
  ): Promise<Result> {
    const { address: base, secret, timeoutMs = PATIENCE_MS } = this.options;
    const question = { base, method, path, body, secret, timeoutMs, maxBytes: MAX_ANSWER_BYTES };
    const answer = await ask(question).catch((cause: unknown) => {
      throw new SignerUnavailable(`连接不上签署进程 ${base}`, { cause });
    });
    try {
      return read({ status: answer.status, text: answer.body.toString() });
    } catch (cause) {
      if (cause instanceof SignerUnavailable) throw cause;
      throw new SignerUnavailable(`${base} 的答复不是签署进程的`, { cause });
    }
  }
}

interface SignerAnswer {
  readonly status: number;
  readonly text: string;
}

/** @throws SignerUnavailable, Malformed */
function outcomeOf({ checkpoint }: Growth, { status, text }: SignerAnswer): SignOutcome {
  switch (status) {
    case 200: {
      const note = `${formatCheckpoint(checkpoint)}\n${text}`;
      parseNote(note);
      return { kind: 'signed', note };
    }
    case 409:
      return { kind: 'conflict', size: parseNatural(text.replace(/\n$/, '')) };
    case 422:
      return { kind: 'inconsistent' };
    case 429:
      return { kind: 'too-soon' };
    default:
      throw refused(status, text);
  }
}

const refused = (status: number, text: string): SignerUnavailable =>
  new SignerUnavailable(`签署进程拒绝（${String(status)}）：${text.trim()}`);
