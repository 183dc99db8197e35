import { setTimeout as delay } from 'node:timers/promises';
import { CommandFailure } from '../exit-codes';
import { isTemporary, problemIn } from './api-problem';

/** What the CLI reads in the acknowledgement of a command. */
export interface Receipt {
  /** In which it was recorded. */
  readonly stream: string;
  /** Opaque; a query that carries it sees at least what was just written. */
  readonly position: string;
  readonly events: readonly unknown[];
  /** Acknowledged before; nothing was added now. */
  readonly replayed: boolean;
}

export interface ApiAddress {
  /** Such as `http://127.0.0.1:3000`. */
  readonly url: string;
  /** Asked before each request, since a token is valid for minutes only. */
  readonly token: () => Promise<string>;
}

interface ApiRequest {
  readonly method: 'GET' | 'POST';
  /** Below the interface's prefix, percent-encoded. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Content;
}

interface Content {
  readonly type: string;
  readonly text: string;
}

const json = (body: object): Content => ({ type: 'application/json', text: JSON.stringify(body) });

/** What is `undefined` is left out. */
type Query = Readonly<Record<string, string | undefined>>;

const PREFIX = '/api/v1';
/** The longest that the server takes for anything, and a little more. */
const TIMEOUT_MS = 60_000;
/** Waits that the server asks for are obeyed up to this long in all. */
const PATIENCE_MS = 60_000;

/** The public HTTP interface, as any other client would use it. */
export class ApiClient {
  constructor(private readonly address: ApiAddress) {}

  /**
   * @param position of something written: the answer is then at least as new.
   * @throws CommandFailure | ApiProblem
   */
  async get<Answer>(path: string, query: Query = {}, position?: string): Promise<Answer> {
    const headers = position === undefined ? {} : { 'Liuhen-Position': position };
    return (await this.request({ method: 'GET', path: targetOf(path, query), headers })) as Answer;
  }

  /** A file as it is, not as JSON. @throws CommandFailure | ApiProblem */
  async download(path: string, query: Query): Promise<Uint8Array> {
    const answer = await this.answered({ method: 'GET', path: targetOf(path, query) });
    return new Uint8Array(await answer.arrayBuffer());
  }

  /** Repeatable: the same key and body are acknowledged again and add nothing. @throws CommandFailure | ApiProblem */
  async post(path: string, key: string, body: object): Promise<Receipt> {
    const headers = { 'Idempotency-Key': key };
    const receipt = await this.request({ method: 'POST', path, headers, body: json(body) });
    if (!isReceipt(receipt))
      throw new CommandFailure('fault', `${this.address.url} 的答复不合约定，可能不是留痕服务`);
    return receipt;
  }

  /** A document as it is, not as JSON. @returns what to call it by. @throws CommandFailure | ApiProblem */
  async upload(path: string, key: string, type: string, text: string): Promise<object> {
    const headers = { 'Idempotency-Key': key };
    return (await this.request({ method: 'POST', path, headers, body: { type, text } })) as object;
  }

  private async request(request: ApiRequest): Promise<unknown> {
    return (await this.answered(request)).json();
  }

  private async answered(request: ApiRequest): Promise<Response> {
    const deadline = performance.now() + PATIENCE_MS;
    for (;;) {
      const answer = await this.send(request);
      if (answer.ok) return answer;
      const problem = await problemIn(answer);
      const waitMs = (problem.retryAfter ?? 1) * 1000;
      if (!isTemporary(problem) || performance.now() + waitMs > deadline) throw problem;
      await delay(waitMs);
    }
  }

  private async send({ method, path, headers, body }: ApiRequest): Promise<Response> {
    const { url, token } = this.address;
    const authorization = `Bearer ${await token()}`;
    const content = body === undefined ? {} : { 'Content-Type': body.type };
    try {
      return await fetch(`${url}${PREFIX}${path}`, {
        method,
        headers: { ...headers, ...content, Authorization: authorization },
        ...(body === undefined ? {} : { body: body.text }),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
    } catch (error) {
      throw new CommandFailure('unreachable', `连接不上服务 ${url}`, { cause: error });
    }
  }
}

function targetOf(path: string, query: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, value);
  return search.size === 0 ? path : `${path}?${search.toString()}`;
}

function isReceipt(value: unknown): value is Receipt {
  const { stream, position, events, replayed } = Object(value) as Partial<Receipt>;
  return (
    [stream, position].every((text) => typeof text === 'string') &&
    Array.isArray(events) &&
    typeof replayed === 'boolean'
  );
}
