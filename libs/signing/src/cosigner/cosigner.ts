import type { Answer, Asked } from '../http/serve';
import { httpAnswer, type CosignAnswer } from './cosign-answer';
import { parseCosignRequest } from './cosign-request';
import type { LogCosigner } from './log-cosigner';

/** A cosigner of several logs, whichever way it is asked. */
export class Cosigner {
  constructor(private readonly logs: readonly LogCosigner[]) {}

  /** @param body of add-checkpoint (C2SP tlog-witness). @throws SigningFailure */
  async addCheckpoint(body: Uint8Array): Promise<CosignAnswer> {
    const request = parseCosignRequest(body);
    if (!request) return { kind: 'malformed' };
    const { origin } = request.checkpoint;
    const cosigner = this.logs.find(({ log }) => log.key.name === origin);
    return cosigner ? cosigner.cosign(request) : { kind: 'unknown-log', origin };
  }

  /** HTTP face: `POST /add-checkpoint`. */
  async answer({ route, body }: Asked): Promise<Answer> {
    return route === 'POST /add-checkpoint'
      ? httpAnswer(await this.addCheckpoint(body))
      : { status: 404, body: '没有这个地址\n' };
  }
}
