/** Of a proposal wherever it is shown: the stream of what it would change, and its number there. */
export const proposalId = (stream: string, number: string): string => `${stream}.${number}`;

/** `undefined` for what is no such id. */
export function proposalNamed(id: string): { readonly stream: string; readonly number: string } | undefined {
  const { stream, number } = /^(?<stream>.+)\.(?<number>\d+)$/.exec(id)?.groups ?? {};
  return stream === undefined || number === undefined ? undefined : { stream, number };
}
