import type { Address } from '../http/address';
import { serve, type Served } from '../http/serve';
import { openCosigner, type CosignerOptions } from './open-cosigner';

export interface CosignerServiceOptions extends CosignerOptions {
  readonly address: Address;
  /** A request that could not be answered. */
  readonly report: (error: unknown) => void;
}

/**
 * 联署进程: answers `POST /add-checkpoint`. It asks nobody who they are: a checkpoint carries the log's signature.
 *
 * @throws SigningFailure
 */
export async function startCosigner({
  address,
  report,
  ...options
}: CosignerServiceOptions): Promise<Served> {
  const { cosigner, close } = await openCosigner(options);
  try {
    const served = await serve((asked) => cosigner.answer(asked), { address, secret: undefined, report });
    return { url: served.url, close: () => served.close().finally(close) };
  } catch (error) {
    await close();
    throw error;
  }
}
