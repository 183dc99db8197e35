/** What a cosigner answers to a checkpoint (C2SP tlog-witness, add-checkpoint). */
export type CosignOutcome =
  /** Its signature lines. */
  | { readonly kind: 'signed'; readonly lines: string }
  /** It has signed another size last: prove the growth from there. */
  | { readonly kind: 'conflict'; readonly size: number }
  | { readonly kind: 'refused'; readonly status: number; readonly reason: string };

const PATIENCE_MS = 10_000;
const MAX_ANSWER_BYTES = 16 * 1024;

/** @throws Error if it cannot be reached or answers nothing of the protocol */
export async function addCheckpoint(url: string, body: string): Promise<CosignOutcome> {
  const response = await fetch(new URL('add-checkpoint', url.endsWith('/') ? url : `${url}/`), {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const text = await response.text();
  if (text.length > MAX_ANSWER_BYTES) throw new Error(`cosigner at ${url}: answer too long`);
  if (response.ok) return { kind: 'signed', lines: text };
  if (response.status === 409 && /^\d{1,15}\n?$/.test(text)) return { kind: 'conflict', size: Number(text) };
  return { kind: 'refused', status: response.status, reason: text.trim().slice(0, 200) };
}
