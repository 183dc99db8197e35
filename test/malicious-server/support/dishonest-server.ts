import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { formatNote, formatTlogProof, utf8 } from '@liuhen/ledger';
import { labBundleFile, type Lab } from '@liuhen/ledger/testing';
import { tlogFiles } from '../../../libs/signing/src/testing/tlog-files';

/** A history, as somebody is shown it. */
export interface Story {
  readonly lab: Lab;
  /** What they are handed as evidence of a case; the history's own bundle unless said otherwise. */
  readonly evidence?: (caseNumber: string) => Promise<Uint8Array>;
}

const EVIDENCE = /^\/api\/v1\/cases\/([^/]+)\/evidence$/;
const RECEIPT = /^\/api\/v1\/ledger\/receipts\/([^/]+)$/;
const FILE = /^\/api\/v1\/ledger\/logs\/business\/(.+)$/;

/**
 * 不诚实的服务: a court's server in the hands of whoever wants a history to be another one. It has the key by which the log
 * signs, and tells each who asks, by their token, a story of their own, on the routes and in the formats of the real one.
 *
 * What it does not prove: that no other lie is possible than those it was made to tell; that a real network would not
 * help it (nothing here is delayed, cut off or replayed but what a test says); that cosigners whose keys it had would be
 * noticed, for it has none of them; or anything about events that it tells to nobody at all, neither a reader nor a
 * cosigner: only the receipt that their author does not get tells of these.
 */
export class DishonestServer {
  readonly #stories = new Map<string, Story>();
  readonly #server: Server;

  private constructor() {
    this.#server = createServer(({ url = '', headers }, response) => {
      const story = this.#stories.get((headers.authorization ?? '').slice('Bearer '.length));
      if (!story) return response.writeHead(401).end();
      const { pathname } = new URL(url, 'http://server.invalid');
      return void answer(story, decodeURIComponent(pathname), response);
    });
  }

  static async start(): Promise<DishonestServer> {
    const dishonest = new DishonestServer();
    dishonest.#server.listen(0, '127.0.0.1');
    await once(dishonest.#server, 'listening');
    return dishonest;
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  /** Where cosigners read the log. */
  get logUrl(): string {
    return `${this.url}/api/v1/ledger/logs/business`;
  }

  /** From now on, whoever has this token is told this. */
  tell(token: string, story: Story): void {
    this.#stories.set(token, story);
  }

  async close(): Promise<void> {
    this.#server.close();
    await once(this.#server, 'close');
  }
}

async function answer(story: Story, path: string, response: ServerResponse): Promise<void> {
  const content = await contentOf(story, path);
  response.writeHead(content ? 200 : 404).end(content);
}

async function contentOf({ lab, evidence }: Story, path: string): Promise<Uint8Array | undefined> {
  const caseNumber = EVIDENCE.exec(path)?.[1];
  if (caseNumber !== undefined) return (evidence ?? bundleOf(lab))(caseNumber);
  const event = RECEIPT.exec(path)?.[1];
  if (event !== undefined) return receiptOf(lab, event);
  const file = FILE.exec(path)?.[1];
  return file === undefined ? undefined : fileOf(lab, file);
}

const bundleOf =
  (lab: Lab) =>
  (caseNumber: string): Promise<Uint8Array> =>
    labBundleFile(lab, { cases: [caseNumber] });

async function receiptOf(lab: Lab, id: string): Promise<Uint8Array | undefined> {
  const checkpoint = lab.checkpoints.at(-1);
  const index = lab.events.findIndex(({ header }) => header.id === id);
  if (!checkpoint || index === -1) return undefined;
  const { size, note } = checkpoint;
  const proof = formatTlogProof({
    ...{ index, checkpoint: note },
    proof: await lab.tree.inclusion(index, size),
  });
  const cosigners = note.signatures.slice(1).map(({ name }) => name);
  const leaf = lab.events[index]?.leafHash;
  return utf8(JSON.stringify({ event: id, log: 'business', index, leaf, treeSize: size, cosigners, proof }));
}

/** Of each checkpoint so far, as the real one has them. */
function fileOf(lab: Lab, path: string): Uint8Array | undefined {
  const last = lab.checkpoints.at(-1);
  if (path === 'checkpoint') return last && utf8(formatNote(last.note));
  for (const { size } of lab.checkpoints) {
    const file = tlogFiles(lab.hash, lab.events.slice(0, size)).get(path);
    if (file) return file;
  }
  return undefined;
}
