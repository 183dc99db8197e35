// Straight from its file: the library's door would load the whole server.
import { mintToken, NoLocalIssuer } from '../../../../libs/access/src/tokens/local-issuer';
import { CommandFailure } from '../exit-codes';

/** A token is valid for a quarter of an hour. */
const RENEW_AFTER_MS = 5 * 60_000;

/** Tokens of the local key for one person, each for some minutes of requests. */
export function localToken(dataDir: string, person: string): () => Promise<string> {
  let minted: { readonly at: number; readonly token: Promise<string> } | undefined;
  return () => {
    const now = performance.now();
    if (minted === undefined || now - minted.at > RENEW_AFTER_MS)
      minted = { at: now, token: mint(dataDir, person) };
    return minted.token;
  };
}

const mint = (dataDir: string, person: string): Promise<string> =>
  mintToken(dataDir, person).catch((error: unknown) => {
    throw error instanceof NoLocalIssuer ? new CommandFailure('unreachable', error.message) : error;
  });
