import { hashOfCommand, type AskedCommand } from '@liuhen/kernel';
import {
  jwkOf,
  newKey,
  personKeyOf,
  signCommand,
  signerOfKey,
  type Scheme,
  type SignedCommand,
  type Signer,
} from '@liuhen/ledger';
import request, { type Response } from 'supertest';
import type { RunningApi } from '../../api/support/running-api';
import { TEST_DEPLOYMENT } from '../../support/test-deployment';

interface Proposals {
  readonly items: readonly { readonly proposal: string }[];
}

/** What is sent otherwise than it was signed. */
interface Changes {
  readonly key?: string;
  readonly body?: object;
  readonly path?: string;
  readonly signature?: string;
}

let keys = 0;

/** A person's own machine with a key of theirs: makes requests, and signs them before they leave. */
export class SigningTerminal {
  readonly signer: Signer;

  constructor(
    private readonly api: RunningApi,
    private readonly person: string,
    private readonly post: string,
    scheme: Scheme,
  ) {
    this.signer = signerOfKey(newKey(scheme));
  }

  get thumbprint(): string {
    return personKeyOf(jwkOf(this.signer)).thumbprint;
  }

  /** Signs a request about a case as it stands in the documentation for terminals. */
  async signed(caseNumber: string, path: string, body: object, key = nextKey()): Promise<[string, string]> {
    const asked: AskedCommand = {
      method: 'POST',
      path: path.slice(1).split('/').map(decodeURIComponent),
      body: body as AskedCommand['body'],
    };
    const command: SignedCommand = {
      log: `${TEST_DEPLOYMENT.origin}/business`,
      stream: `case-${caseNumber}`,
      actor: { person: this.person, post: this.post },
      command: { key, hash: hashOfCommand(TEST_DEPLOYMENT.hash, asked) },
    };
    return [key, await signCommand(this.signer, command)];
  }

  /** Sends a signed request, or another one under its signature. */
  async send(caseNumber: string, path: string, body: object, changes: Changes = {}): Promise<Response> {
    const [key, signature] = await this.signed(caseNumber, path, body);
    return request(this.api.server.url)
      .post(changes.path ?? path)
      .set({
        ...(await this.api.as(this.person)),
        'Idempotency-Key': changes.key ?? key,
        'Command-Signature': changes.signature ?? signature,
      })
      .send(changes.body ?? body);
  }

  /** 登记: asked for by the person, approved by the security administrator. */
  async register(from: string, administrator: string): Promise<void> {
    const body = { jwk: jwkOf(this.signer), from, reason: '启用签名' };
    await this.#agreed(this.person, 'keys/registration-proposals', body, administrator);
  }

  /** 注销: asked for by the person unless said, approved by another. */
  async revoke(on: string, approver: string, proposer = this.person): Promise<void> {
    const body = { person: this.person, thumbprint: this.thumbprint, on, reason: '遗失' };
    await this.#agreed(proposer, 'keys/revocation-proposals', body, approver);
  }

  async #agreed(proposer: string, path: string, body: object, approver: string): Promise<void> {
    await this.#must(proposer, path, body);
    const waiting = await request(this.api.server.url)
      .get('/api/v1/keys/proposals?mine=true')
      .set(await this.api.as(approver));
    const proposal = (waiting.body as Proposals).items[0]?.proposal ?? '';
    const answers = `keys/proposals/${encodeURIComponent(proposal)}/answers`;
    await this.#must(approver, answers, { answer: 'approve', reason: '已当面核对' });
  }

  async #must(person: string, path: string, body: object): Promise<void> {
    const answer = await request(this.api.server.url)
      .post(`/api/v1/${path}`)
      .set({ ...(await this.api.as(person)), 'Idempotency-Key': nextKey() })
      .send(body);
    if (answer.status !== 201) throw new Error(`${person} ${path}: ${answer.text}`);
  }
}

const nextKey = (): string => `signed-${String(++keys)}`;
