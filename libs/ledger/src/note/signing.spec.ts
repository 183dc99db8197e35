import { concat, utf8 } from '../bytes';
import { browserSuite } from '../suites/browser/browser-suite';
import { newKey, signerOfKey } from '../suites/node/private-key';
import { nodeSuite } from '../suites/node/node-suite';
import type { Scheme } from '../suites/suite';
import { parseVerifierKey, verifierKey, type KeyUse } from './keys';
import { formatNote, parseNote } from './note';
import { checkSignature, signNote } from './signing';

// golang.org/x/mod, sumdb/note.
const PETER = parseVerifierKey('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW');
const PETER_SECRET = 'PRIVATE+KEY+liuhen+ed25519+c7a9d541+gQoUAtUUbI2E8kQzMPVAgOv5juF9nHT2JS/F1ccoMXM=';
const ENOCH = parseVerifierKey('EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop');
const NOTE = `If you think cryptography is the answer to your problem,
then you don't know what your problem is.

— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=
`;

// C2SP signed-note, verifier keys.
const EXAMPLE = parseVerifierKey('example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k');
const EXAMPLE_NOTE =
  'This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';

/** A checkpoint of a certificate log in operation, with the signatures of public witnesses. */
const COSIGNED = `arche2025h1.staging.ct.transparency.dev
1432088532
U7WM79jrzyhGZ5/GUBTpM7NzwdyfFx61t3RovgcC4Ro=

— arche2025h1.staging.ct.transparency.dev zTM8sQAAAZ5W0WdjBAMARjBEAiBjW5IQf9pvsYLfQFX6hoGREPMHbdQ3urbllzalApkptQIgIpwtEroeW2BXaHAI4kJXFbon5Ch9MNL5zRNZ55lvGt0=
— arche2025h1.staging.ct.transparency.dev ui8GwCF1+kWqZrxGdhj4aX3gcw7XUlXQQabg/27lefwhUkzbC3NygNI75MdhL1bfTW9g8Ei59RA23oHP7Ry1k3ZFWwQ=
— transparency.dev/DEV:witness-little-garden 2AQqhwAAAABqEiEgzgFIqqhbUoDwjMWE6UP8nd8/KYTzwZ2rhIgcqoXHAwVkjZr4AscylP3v7sEodkRAErumC2q44vdgJY096st5BQ==
— witness1.smartit.nu/witness1 pIyCDwAAAABqEiEghIp82KWebrw7/oHQwlTAm3g2RKS4+eebl8eO0WH+/iEcxZ75W3u5hNI7TOQtmJbqmNWVuE0tgh0XwzdZsDsUAQ==
— remora.n621.de 2net5wAAAABqEiEgPlfF3V06o0Y+fHM+J5J9s27wgxxcOVSpZ/2g/KSiXCg9DEZI+aVCIobWX9sXTynk5XeU/zZ0WBxtqB0DrAWfBw==
— witness.stagemole.eu Z/euoAAAAABqEiEgw0i+7g2ENfDAWHmtRzCfKTHSDwYDJA2NmKeGi9Y8FtEyOUvVr+AJmIY/2TUFucgKi7lI7cUiOvKFYe/TmN9DAg==
`;
const ARCHE = 'arche2025h1.staging.ct.transparency.dev+ba2f06c0+AU0vHmlGCS/PdN8b2OaGmKprLI8HKM+dJ472xgFYh15f';
const WITNESSES = [
  'transparency.dev/DEV:witness-little-garden+d8042a87+BCtusOxINQNUTN5Oj8HObRkh2yHf/MwYaGX4CPdiVEPM',
  'witness1.smartit.nu/witness1+a48c820f+BPSFWg9G6KPiO7QPryYO5Xq4oYJJ+kAvLKLSimDhoxMO',
  'remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2',
  'witness.stagemole.eu+67f7aea0+BEqSG3yu9YrmcM3BHvQYTxwFj3uSWakQepafafpUqklv',
];

const TEXT = 'court.test/log\n3\nRcCI1Nk56ZcSmIEfIn0SleqtV7uvrlXNccFx595Iwl0=\n';
const AT = 1_772_323_200;

const SCHEMES: readonly Scheme[] = ['ed25519', 'sm2'];
const newcomer = (use: KeyUse, scheme: Scheme) => {
  const signer = signerOfKey(newKey(scheme));
  return { key: verifierKey(`court.test/${use}`, use, signer), signer };
};

describe.each([
  ['node', nodeSuite],
  ['browser', browserSuite],
])('the signatures of a note, checked with the suite for the %s', (_, suite) => {
  const checked = (note: string, ...keys: readonly (typeof PETER)[]) => {
    const { text, signatures } = parseNote(note);
    return signatures.flatMap((signature) =>
      keys.flatMap((key) => checkSignature(suite, text, key, signature) ?? []),
    );
  };

  it('hold as others made them', () => {
    expect(checked(EXAMPLE_NOTE, EXAMPLE)).toEqual([{}]);
    expect(checked(NOTE, PETER)).toEqual([{}]);
    expect(checked(NOTE, PETER, ENOCH)).toEqual([{}, {}]);
  });

  it('hold with the time of each cosigner', () => {
    expect(checked(COSIGNED, parseVerifierKey(ARCHE))).toEqual([{}]);
    expect(checked(COSIGNED, ...WITNESSES.map(parseVerifierKey))).toEqual(
      WITNESSES.map(() => ({ time: 1_779_573_024 })),
    );
  });

  it.each([
    ['another size', COSIGNED.replace('1432088532', '1432088533')],
    ['another origin', COSIGNED.replace('arche2025h1', 'arche2025h2')],
    ['a line more', COSIGNED.replace('4Ro=\n', '4Ro=\nline\n')],
  ])('do not hold for %s', (_case, note) => {
    expect(checked(note, parseVerifierKey(ARCHE), ...WITNESSES.map(parseVerifierKey))).toEqual([]);
  });

  it('do not hold for a key of another name or id, even if it made them', () => {
    expect(checked(NOTE, { ...PETER, name: 'PeterNeuman' })).toEqual([]);
    expect(checked(NOTE, { ...PETER, id: ENOCH.id })).toEqual([]);
    expect(checked(NOTE.replace('— PeterNeumann', '— CarmenSandiego'), PETER)).toEqual([]);
    expect(checked(NOTE.replace('x08g', 'xxxx'), PETER)).toEqual([]);
  });

  it.each(SCHEMES)('hold for what a log signed with %s, and for nothing else', async (scheme) => {
    const { key, signer } = newcomer('log', scheme);
    const signature = await signNote(TEXT, key, signer);
    const check = (changes: object, text = TEXT) =>
      checkSignature(suite, text, { ...key, ...changes }, signature);
    expect(check({})).toEqual({});
    expect(check({}, `${TEXT}x\n`)).toBeUndefined();
    expect(check({ publicKey: newcomer('log', scheme).key.publicKey })).toBeUndefined();
    expect(check({ use: 'cosigner' })).toBeUndefined();
  });

  it.each(SCHEMES)('hold for what a cosigner signed with %s, at its time', async (scheme) => {
    const { key, signer } = newcomer('cosigner', scheme);
    const made = await signNote(TEXT, key, signer, AT);
    const check = (signature: Uint8Array, text = TEXT) =>
      checkSignature(suite, text, key, { ...made, signature });
    expect(check(made.signature)).toEqual({ time: AT });
    expect(check(made.signature, `${TEXT}x\n`)).toBeUndefined();
    expect(check(made.signature.with(7, (AT + 1) & 0xff))).toBeUndefined();
    expect(check(made.signature.slice(8))).toBeUndefined();
    expect(check(made.signature.slice(0, 7))).toBeUndefined();
    expect(check(concat(made.signature, Uint8Array.of(0)))).toBeUndefined();
  });

  it.each(SCHEMES)(
    'with %s are no cosignature if a log made them over what a cosigner would sign',
    async (scheme) => {
      const { key, signer } = newcomer('log', scheme);
      const text = `cosignature/v1\ntime ${String(AT)}\n${TEXT}`;
      const { signature } = await signNote(text, key, signer);
      const cosigner = verifierKey(key.name, 'cosigner', signer);
      expect(checkSignature(suite, TEXT, cosigner, { ...key, signature })).toBeUndefined();
    },
  );

  it('do not hold at a time that a number does not hold', async () => {
    const { key, signer } = newcomer('cosigner', 'ed25519');
    const time = 2n ** 53n;
    const bytes = new Uint8Array(8);
    new DataView(bytes.buffer).setBigUint64(0, time);
    const signature = concat(bytes, await signer.sign(utf8(`cosignature/v1\ntime ${String(time)}\n${TEXT}`)));
    expect(checkSignature(suite, TEXT, key, { ...key, signature })).toBeUndefined();
  });
});

describe('signing a note', () => {
  it('gives what others give', async () => {
    const { text, signatures } = parseNote(NOTE);
    const signature = await signNote(text, PETER, signerOfKey(PETER_SECRET));
    expect(formatNote({ text, signatures: [signature, ...signatures.slice(1)] })).toBe(NOTE);
  });

  it('is refused with another key, without a cosigner’s time, and with a log’s', async () => {
    const log = newcomer('log', 'ed25519');
    const cosigner = newcomer('cosigner', 'sm2');
    await expect(signNote(TEXT, log.key, cosigner.signer)).rejects.toThrow(TypeError);
    await expect(signNote(TEXT, log.key, newcomer('log', 'ed25519').signer)).rejects.toThrow(TypeError);
    await expect(signNote(TEXT, cosigner.key, cosigner.signer)).rejects.toThrow(TypeError);
    await expect(signNote(TEXT, log.key, log.signer, AT)).rejects.toThrow(TypeError);
  });
});
