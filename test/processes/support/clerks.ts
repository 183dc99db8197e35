import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from '@liuhen/platform';
import type { Api } from './installation';

/** A command that was acknowledged. */
export interface Acknowledged {
  readonly key: string;
  readonly path: string;
  readonly body: object;
  /** More than once where the first answer did not come. */
  readonly sent: number;
  readonly answer: Receipt;
}

interface Receipt {
  readonly position: string;
  readonly replayed: boolean;
  readonly events: readonly { readonly id: string }[];
}

/** Between two commands of a clerk: a steady load, not the most that goes. */
const PACE_MS = 20;
const MOST_ATTEMPTS = 10;

/**
 * Clerks who register cases and record what became of them, each one thing after the other, and somebody who looks for
 * what was registered last. Each has a server to turn to, and turns to the next when it does not answer.
 */
export class Clerks {
  readonly acknowledged: Acknowledged[] = [];
  /** How often each look had to be repeated until it showed what it must. */
  readonly looks: number[] = [];
  #cases = 0;
  #atWork = true;
  readonly #all: readonly Promise<void>[];

  constructor(
    private readonly apis: readonly Api[],
    count: number,
  ) {
    const clerks = Array.from({ length: count }, (_, index) => this.#write(index));
    this.#all = [...clerks, this.#look()];
  }

  /** Lets everybody finish. @throws what any of them could not cope with. */
  async stop(): Promise<void> {
    this.#atWork = false;
    await Promise.all(this.#all);
  }

  /** Sends a command that was acknowledged once more. */
  async repeat({ key, path, body }: Acknowledged): Promise<Receipt> {
    return (await this.#send(this.#turn(0), key, path, body)).answer;
  }

  async #write(index: number): Promise<void> {
    const turn = this.#turn(index);
    while (this.#atWork) {
      const number = String(++this.#cases);
      const caseNumber = `（2024）黔0102民初${number}号`;
      const filing = { caseNumber, caseType: 'civil', stage: 'firstInstance', filedOn: '2024-01-05' };
      const disposition = { disposition: 'upheld', document: '判决书', decidedOn: '2024-06-03' };
      this.acknowledged.push(await this.#send(turn, `${number}-registered`, '/cases', filing));
      await delay(PACE_MS);
      const path = `/cases/${encodeURIComponent(caseNumber)}/dispositions`;
      this.acknowledged.push(await this.#send(turn, `${number}-disposed`, path, disposition));
      await delay(PACE_MS);
    }
  }

  async #send(turn: Turn, key: string, path: string, body: object): Promise<Acknowledged> {
    for (let sent = 1; sent <= MOST_ATTEMPTS; sent++) {
      const request = { headers: { 'idempotency-key': key }, body: JSON.stringify(body) };
      const answer = await turn.api().call(path, request).catch(noAnswer);
      if (answer?.ok) return { key, path, body, sent, answer: (await answer.json()) as Receipt };
      if (answer && answer.status !== 503) throw new Error(`${key}: ${await answer.text()}`);
      turn.next();
    }
    throw new Error(`${key} was never answered`);
  }

  async #look(): Promise<void> {
    const turn = this.#turn(1);
    while (this.#atWork) {
      const last = this.acknowledged.findLast(({ path }) => path === '/cases');
      if (last) this.looks.push(await this.#find(turn, last));
      await delay(PACE_MS);
    }
  }

  /** @returns how often it had to be asked for again. */
  async #find(turn: Turn, { body, answer: { position } }: Acknowledged): Promise<number> {
    const { caseNumber } = body as { readonly caseNumber: string };
    for (let repeated = 0; repeated < MOST_ATTEMPTS; repeated++) {
      const answer = await lookUp(turn.api(), caseNumber, position).catch(noAnswer);
      if (answer === 'listed') return repeated;
      if (answer === 'missing') throw new Error(`the list reaches ${position} and lacks ${caseNumber}`);
      if (answer) await delay(1_000 * Number(answer.headers.get('retry-after')));
      else turn.next();
    }
    throw new Error(`the list never reached ${position}`);
  }

  /** Whose turn it is to be asked. */
  #turn(index: number): Turn {
    let current = index;
    return {
      api: () => {
        const api = this.apis[current % this.apis.length];
        if (!api) throw new RangeError('there is no server');
        return api;
      },
      next: () => current++,
    };
  }
}

interface Turn {
  api(): Api;
  next(): void;
}

const noAnswer = (): undefined => undefined;

/**
 * Page after page: in the time that a read model stands still, more cases are registered than one page holds.
 *
 * @returns the answer of a server that cannot tell.
 */
async function lookUp(
  api: Api,
  caseNumber: string,
  position: string,
): Promise<'listed' | 'missing' | Response> {
  for (let cursor = ''; ;) {
    const answer = await api.call(`/cases?limit=200${cursor}`, { headers: { 'liuhen-position': position } });
    if (!answer.ok) return answer;
    const { items, next } = (await answer.json()) as Page<{ readonly caseId: string }>;
    if (items.some(({ caseId }) => caseId === caseNumber)) return 'listed';
    if (next === null) return 'missing';
    cursor = `&cursor=${next}`;
  }
}
