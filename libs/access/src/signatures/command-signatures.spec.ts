import type { RegisteredKey } from '@liuhen/courts';
import { isRefusal, type SignedHeader } from '@liuhen/kernel';
import { someHeader } from '@liuhen/kernel/testing';
import { jwkOf, newKey, personKeyOf, signCommand, signerOfKey, type Signer } from '@liuhen/ledger';
import { requireSignedBy } from './command-signatures';

const JUDGE = signerOfKey(newKey('ed25519'));
const OTHER = signerOfKey(newKey('sm2'));
const HEADER = someHeader({ recordedAt: '2026-03-10T02:00:00.000Z' });

const registered = (signer: Signer, changes: Partial<RegisteredKey> = {}): RegisteredKey => {
  const jwk = jwkOf(signer);
  return {
    person: HEADER.actor.person,
    jwk: jwk as unknown as RegisteredKey['jwk'],
    algorithm: signer.scheme,
    thumbprint: personKeyOf(jwk).thumbprint,
    from: '2026-03-01',
    until: null,
    ...changes,
  };
};

async function signedBy(signer: Signer, changes: Partial<SignedHeader> = {}): Promise<SignedHeader> {
  const header = { ...HEADER, ...changes };
  return { ...header, command: { ...header.command, signature: await signCommand(signer, header) } };
}

function refusalOf(keys: readonly RegisteredKey[], signed: SignedHeader): unknown {
  try {
    requireSignedBy(keys, signed);
    return undefined;
  } catch (error) {
    return isRefusal(error) ? { code: error.code, field: error.field } : error;
  }
}

const refused = (code: string) => ({ code, field: 'Command-Signature' });

describe('a person’s own signature over a command', () => {
  it.each([JUDGE, OTHER])('is taken if it is by a key of theirs ($scheme)', async (signer) => {
    const keys = [registered(JUDGE), registered(OTHER)];
    expect(refusalOf(keys, await signedBy(signer))).toBeUndefined();
  });

  it('is of nobody else’s key', async () => {
    expect(refusalOf([registered(JUDGE)], await signedBy(OTHER))).toEqual(refused('signature-key-unknown'));
    expect(refusalOf([], await signedBy(JUDGE))).toEqual(refused('signature-key-unknown'));
  });

  it('counts from the first day of the key until the day before its end, in China', async () => {
    const keys = [registered(JUDGE, { from: '2026-03-10', until: '2026-03-11' })];
    const at = async (recordedAt: string) => refusalOf(keys, await signedBy(JUDGE, { recordedAt }));
    expect(await at('2026-03-09T16:00:00.000Z')).toBeUndefined();
    expect(await at('2026-03-10T15:59:59.999Z')).toBeUndefined();
    for (const outside of ['2026-03-09T15:59:59.999Z', '2026-03-10T16:00:00.000Z'])
      expect(await at(outside)).toEqual(refused('signature-key-unknown'));
  });

  it('is over this command, and says over which it should be', async () => {
    const { command } = await signedBy(JUDGE, { stream: 'case-other' });
    const signed = { ...HEADER, command };
    expect(refusalOf([registered(JUDGE)], signed)).toEqual(refused('signature-wrong'));
    expect(() => {
      requireSignedBy([registered(JUDGE)], signed);
    }).toThrow(`"stream":"${HEADER.stream}"`);
  });

  it('holds for no key that is no point of its curve', async () => {
    const { thumbprint } = registered(JUDGE);
    const jwk = { kty: 'EC', crv: 'SM2', x: 'A'.repeat(43), y: 'A'.repeat(43) } as const;
    const keys = [registered(OTHER, { jwk, thumbprint })];
    expect(refusalOf(keys, await signedBy(JUDGE))).toEqual(refused('signature-wrong'));
  });

  it.each(['', 'x', 'e30..', 'a.b.c'])('is no %j', (signature) => {
    const signed = { ...HEADER, command: { ...HEADER.command, signature } };
    expect(refusalOf([registered(JUDGE)], signed)).toEqual(refused('signature-malformed'));
  });
});
