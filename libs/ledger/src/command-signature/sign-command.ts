import { canonicalJson, type SignedHeader } from '@liuhen/kernel';
import type { Signer, Suite } from '../suites/suite';
import { formatCommandSignature, signingInput, type CommandSignature } from './detached-jws';
import { jwkOf, personKeyOf, type PersonKey } from './person-key';

/** What a person signs. All of it stands in the header of each event that the command appends. */
export interface SignedCommand extends Pick<SignedHeader, 'log' | 'stream'> {
  readonly actor: Pick<SignedHeader['actor'], 'person' | 'post'>;
  readonly command: Pick<SignedHeader['command'], 'key' | 'hash'>;
}

/** The payload of the signature: canonical JSON (RFC 8785). */
export const commandStatement = ({ log, stream, actor, command }: SignedCommand): string =>
  canonicalJson({
    ...{ v: 1, log, stream, person: actor.person, post: actor.post },
    ...{ key: command.key, hash: command.hash },
  });

/** A detached JWS over a command, as the header `Command-Signature` takes it. */
export async function signCommand(signer: Signer, command: SignedCommand): Promise<string> {
  const { scheme, thumbprint: key } = personKeyOf(jwkOf(signer));
  const signature = await signer.sign(signingInput({ scheme, key }, commandStatement(command)));
  return formatCommandSignature({ scheme, key, signature });
}

/** Whether the key has signed exactly this command. */
export const isSignedWith = (
  { scheme, publicKey, thumbprint }: PersonKey,
  signed: CommandSignature,
  command: SignedCommand,
  suite: Pick<Suite, 'verify'>,
): boolean =>
  signed.scheme === scheme &&
  signed.key === thumbprint &&
  suite.verify(scheme, publicKey, signingInput(signed, commandStatement(command)), signed.signature);
