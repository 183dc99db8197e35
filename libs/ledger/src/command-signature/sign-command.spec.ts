import { CompactSign, importJWK } from 'jose';
import { fromBase64Url, toBase64Url, utf8 } from '../bytes';
import { Malformed } from '../malformed';
import { browserSuite } from '../suites/browser/browser-suite';
import { nodeSuite } from '../suites/node/node-suite';
import { signerOfKey } from '../suites/node/private-key';
import { MUTANTS, mistaken } from '../testing/mutants';
import { formatCommandSignature, parseCommandSignature, signingInput } from './detached-jws';
import { jwkOf, personKeyOf } from './person-key';
import { commandStatement, isSignedWith, signCommand, type SignedCommand } from './sign-command';

const COMMAND: SignedCommand = {
  log: 'court.example/business',
  stream: 'case-（2026）黔0102民初1号',
  actor: { person: 'chen-lei', post: '黔0102.president' },
  command: { key: 'key-1', hash: '89c3ba6b28718600dba93ebf71e85a5b36749af51211b9a8c67970d32ca04ab8' },
};

/** The keys of RFC 8037, A.1, and of GB/T 32918.5-2017, A.2, with a signature of each over the command. */
const KEYS = [
  {
    scheme: 'ed25519',
    secret: 'PRIVATE+KEY+liuhen+ed25519+21fe31df+nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=',
    jwk: { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' },
    thumbprint: 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k',
    jws: 'eyJhbGciOiJFZDI1NTE5Iiwia2lkIjoia1ByS19xbXhWV2FZVkE5d3dCRjZJdW8zdlZ6ejdUeEhDVHdYQnlnclM0ayIsInR5cCI6ImxpdWhlbi1jb21tYW5kIn0..I2XJUR3Zxx14WVOC9a6O6-XOcw4fr-rctWP47E38nrH5kz4qzKAfQFVkNWdCnOs_BiVNZO_jJINzQe8tuyoiCA',
  },
  {
    scheme: 'sm2',
    secret: 'PRIVATE+KEY+liuhen+sm2+7ad64964+OUUgj3shRLE/NuOKxtOflYiTk2koYLUaQvuB7033xbg=',
    jwk: {
      kty: 'EC',
      crv: 'SM2',
      x: 'CfnfMR5UIaFQ3X0WHkvFxnIXn60YM_wHa7CP81bzUCA',
      y: 'zOpJDOJndaUtxupxjMGqYArtBfvzXghKZjL2By2prRM',
    },
    thumbprint: 'lgVsnVqdKsFLJ2q4y2l6gACWaCOEQcWQb1t30j4Q6fU',
    jws: 'eyJhbGciOiJTTTIiLCJraWQiOiJsZ1ZzblZxZEtzRkxKMnE0eTJsNmdBQ1dhQ09FUWNXUWIxdDMwajRRNmZVIiwidHlwIjoibGl1aGVuLWNvbW1hbmQifQ..c_wbXBhxlZ23XOVY1mv53ocBhMS1NThNgadFPZhgh_eqgY3EQGToDdfK3UBMB8edlmyepT18_nM5d40IA2xFfw',
  },
] as const;
const [ED25519, SM2] = KEYS;

const holds = (
  jwk: (typeof KEYS)[number]['jwk'],
  jws: string,
  command = COMMAND,
  suite = nodeSuite,
): boolean => isSignedWith(personKeyOf(jwk), parseCommandSignature(jws), command, suite);

describe('what a person signs', () => {
  it('is told by the header of the event, in canonical JSON', () => {
    expect(commandStatement(COMMAND)).toBe(
      `{"hash":"${COMMAND.command.hash}","key":"key-1","log":"court.example/business","person":"chen-lei","post":"黔0102.president","stream":"case-（2026）黔0102民初1号","v":1}`,
    );
  });
});

describe.each(KEYS)('a signature with $scheme', ({ secret, jwk, thumbprint, jws }) => {
  it('is taken where it was made, by every suite', () => {
    for (const suite of [nodeSuite, browserSuite]) expect(holds(jwk, jws, COMMAND, suite)).toBe(true);
  });

  it('is made with a key that is called by its thumbprint', async () => {
    const signer = signerOfKey(secret);
    expect(jwkOf(signer)).toEqual(jwk);
    expect(personKeyOf(jwk)).toMatchObject({ thumbprint, publicKey: signer.publicKey });
    expect(holds(jwk, await signCommand(signer, COMMAND))).toBe(true);
  });

  it.each<[string, SignedCommand]>([
    ['log', { ...COMMAND, log: 'other.example/business' }],
    ['stream', { ...COMMAND, stream: 'case-（2026）黔0102民初2号' }],
    ['person', { ...COMMAND, actor: { ...COMMAND.actor, person: 'chu-yun' } }],
    ['post', { ...COMMAND, actor: { ...COMMAND.actor, post: '黔0102.vice-president.civil' } }],
    ['key', { ...COMMAND, command: { ...COMMAND.command, key: 'key-2' } }],
    ['hash', { ...COMMAND, command: { ...COMMAND.command, hash: '0'.repeat(64) } }],
  ])('is not for another %s', (_, command) => {
    expect(holds(jwk, jws, command)).toBe(false);
  });

  it('has one spelling, and none that is not refused', () => {
    expect(formatCommandSignature(parseCommandSignature(jws))).toBe(jws);
    expect(mistaken(jws, (mutant) => holds(jwk, mutant), MUTANTS / 100)).toEqual([]);
  });
});

describe('a signature with Ed25519', () => {
  it('is what other software makes of the same (RFC 8037, RFC 9864)', async () => {
    const d = toBase64Url(
      Uint8Array.from(atob(ED25519.secret.split('+').slice(5).join('+')), (byte) => byte.charCodeAt(0)),
    );
    const key = await importJWK({ ...ED25519.jwk, d }, 'Ed25519');
    const header = { alg: 'Ed25519', kid: ED25519.thumbprint, typ: 'liuhen-command' };
    const signed = new CompactSign(utf8(commandStatement(COMMAND))).setProtectedHeader(header);
    const [protectedHeader = '', , signature = ''] = (await signed.sign(key)).split('.');
    expect(`${protectedHeader}..${signature}`).toBe(ED25519.jws);
  });

  it('is over header and payload with a dot between, as in RFC 8037, A.4', () => {
    const example = 'eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc';
    const signature =
      'hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg';
    const { publicKey } = personKeyOf(ED25519.jwk);
    expect(nodeSuite.verify('ed25519', publicKey, utf8(example), fromBase64Url(signature))).toBe(true);
    const ours = signingInput({ scheme: 'ed25519', key: ED25519.thumbprint }, 'Example of Ed25519 signing');
    expect(Buffer.from(ours).toString().split('.')[1]).toBe(example.split('.')[1]);
  });
});

describe('a text is no signature', () => {
  const header = (members: object): string => toBase64Url(utf8(JSON.stringify(members)));
  const proper = { alg: 'Ed25519', kid: ED25519.thumbprint, typ: 'liuhen-command' };
  const signature = ED25519.jws.split('.')[2] ?? '';

  it.each([
    ['without anything', ''],
    ['with its payload', ED25519.jws.replace('..', '.e30.')],
    ['that goes on', `${ED25519.jws}.`],
    ['twice', `${ED25519.jws}, ${ED25519.jws}`],
    ['with padding', `${ED25519.jws}==`],
    ['of half the length', `${header(proper)}..${signature.slice(0, 43)}`],
    ['with another member', `${header({ ...proper, crit: [] })}..${signature}`],
    [
      'with members in another order',
      `${header({ typ: proper.typ, alg: proper.alg, kid: proper.kid })}..${signature}`,
    ],
    ['of another type', `${header({ ...proper, typ: 'JWT' })}..${signature}`],
    ['with the older name of the algorithm', `${header({ ...proper, alg: 'EdDSA' })}..${signature}`],
    ['with no algorithm', `${header({ ...proper, alg: 'none' })}..${signature}`],
    ['with a key by another name', `${header({ ...proper, kid: 'key-1' })}..${signature}`],
    ['with a key that is no text', `${header({ ...proper, kid: 1 })}..${signature}`],
    ['whose header is no object', `${toBase64Url(utf8('null'))}..${signature}`],
    ['whose header is no JSON', `${toBase64Url(utf8('{'))}..${signature}`],
    ['whose header is no UTF-8', `${toBase64Url(Uint8Array.of(0xff))}..${signature}`],
  ])('%s', (_, jws) => {
    expect(() => parseCommandSignature(jws)).toThrow(Malformed);
  });

  it('of one scheme with the key of the other', () => {
    const jws = formatCommandSignature({
      ...parseCommandSignature(ED25519.jws),
      ...{ scheme: 'sm2', key: SM2.thumbprint },
    });
    expect(holds(SM2.jwk, jws)).toBe(false);
    expect(holds(ED25519.jwk, jws)).toBe(false);
  });
});

describe('a public key', () => {
  it.each([
    ['with a private part', { ...ED25519.jwk, d: ED25519.jwk.x }],
    ['of another curve', { ...SM2.jwk, crv: 'P-256' }],
    ['of small order', { ...ED25519.jwk, x: 'AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
    ['off the curve', { ...SM2.jwk, y: SM2.jwk.x }],
    ['without a coordinate', { kty: 'EC', crv: 'SM2', x: SM2.jwk.x }],
  ])('is none %s', (_, jwk) => {
    expect(() => personKeyOf({ ...jwk })).toThrow(Malformed);
  });
});
