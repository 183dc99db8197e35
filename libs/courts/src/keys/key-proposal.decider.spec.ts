import { generateKeyPairSync } from 'node:crypto';
import { specify } from '@liuhen/kernel/testing';
import { actIn, actorIn, FACTS, headerOf } from '../proposals/testing';
import { keyProposalDecider, type KeyChange } from './key-proposal.decider';
import { emptyKeyBook, withKeyEvent } from './key-record';
import { publicKeyOf, thumbprintOf } from './public-key';

/** The key and its thumbprint of RFC 8037, appendix A. */
const JWK = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' };
const THUMBPRINT = 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k';
const SM2 = { kty: 'EC', crv: 'SM2', x: 'A'.repeat(43), y: `${'A'.repeat(42)}E` };

const given = specify(keyProposalDecider, { ...FACTS, keys: emptyKeyBook });

const registration = (jwk: object = JWK, person = 'zhang', from = '2026-03-01'): KeyChange => ({
  type: 'RegisterKey',
  data: { person, jwk: { ...jwk }, from, until: null },
});
const revocation = (on: string): KeyChange => ({
  type: 'RevokeKey',
  data: { person: 'zhang', thumbprint: THUMBPRINT, on },
});
const registered = {
  type: 'PersonKeyRegistered',
  data: {
    person: 'zhang',
    jwk: JWK as never,
    algorithm: 'ed25519',
    thumbprint: THUMBPRINT,
    from: '2026-03-01',
    until: null,
  },
} as const;
const propose = (change: KeyChange) => ({ type: 'ProposeChange', data: { change, reason: '启用' } }) as const;
const approve = { type: 'ApproveProposal', data: { proposal: '1', reason: '已当面核对' } } as const;
const proposed = (change: KeyChange, by: string) =>
  ({
    type: 'ChangeProposed',
    data: { proposal: '1', change, reason: '启用', expiresOn: '2026-03-31' },
    header: headerOf(by),
  }) as const;
const enacting = { type: 'ProposalApproved', data: { ...approve.data, enacts: true } } as const;

describe('the key with which a person signs', () => {
  it('is proposed by the person and approved by the security administrator, also of the court above', () => {
    expect(given().when(propose(registration()), actIn('c.judge')).decision).toMatchObject([
      { type: 'ChangeProposed' },
    ]);
    given(proposed(registration(), 'c.judge')).when(approve, actIn('c.security')).then(enacting, registered);
    given(proposed(registration(JWK, 'wang'), 'd.judge'))
      .when(approve, actIn('c.security'))
      .then(enacting, { ...registered, data: { ...registered.data, person: 'wang' } });
  });

  it('is nobody else’s to propose or approve, and not to be asked for by a delegate', () => {
    for (const post of ['c.security', 'c.president', 'd.judge'])
      given().when(propose(registration()), actIn(post)).thenRefused('key-proposal-not-permitted');
    given()
      .when(propose(registration()), actIn('c.vice', { actor: actorIn('c.vice', '1', 'zhang') }))
      .thenRefused('key-proposal-not-permitted');
    for (const post of ['c.judge', 'c.president', 'c.system', 'c.audit', 'd.president'])
      given(proposed(registration(), 'c.judge'))
        .when(approve, actIn(post))
        .thenRefused('key-approval-not-permitted');
  });

  it('of the security administrator is approved by the president', () => {
    const own = given(proposed(registration(JWK, 'an'), 'c.security'));
    own.when(approve, actIn('c.security')).thenRefused('key-approval-not-permitted');
    expect(own.when(approve, actIn('c.president')).decision).toMatchObject([
      enacting,
      { data: { person: 'an' } },
    ]);
  });

  it('is used by nobody else, and not again', () => {
    const keys = withKeyEvent(emptyKeyBook, { ...registered, data: { ...registered.data, person: 'wang' } });
    given().when(propose(registration()), actIn('c.judge'), { keys }).thenRefused('key-already-registered');
    given(registered).when(propose(registration()), actIn('c.judge')).thenRefused('key-already-registered');
  });

  it('is revoked by two, from a day on', () => {
    const revoked = { type: 'PersonKeyRevoked', data: revocation('2026-03-05').data } as const;
    given(registered, proposed(revocation('2026-03-05'), 'c.security'))
      .when(approve, actIn('c.president'))
      .then(enacting, revoked as never);
    given(registered, proposed(revocation('2026-03-05'), 'c.security'))
      .when(approve, actIn('c.security'))
      .thenRefused('key-approval-not-permitted');
    given(registered, revoked as never)
      .when(propose(revocation('2026-03-06')), actIn('c.judge'))
      .thenRefused('key-already-ended');
    given(registered)
      .when(propose(revocation('2026-02-28')), actIn('c.judge'))
      .thenRefused('key-retroactive');
    given()
      .when(propose(revocation('2026-03-05')), actIn('c.judge'))
      .thenRefused('key-not-found');
    expect(given(registered, revoked as never).state().state).toMatchObject([{ until: '2026-03-05' }]);
  });

  it('begins today or later and before its end', () => {
    given()
      .when(propose(registration(JWK, 'zhang', '2026-02-28')), actIn('c.judge'))
      .thenRefused('key-retroactive');
    const { data } = registration();
    given()
      .when(
        propose({ type: 'RegisterKey', data: { ...data, until: '2026-03-01' } as never }),
        actIn('c.judge'),
      )
      .thenRefused('key-period-reversed');
  });
});

describe('a public key', () => {
  it('is Ed25519 or SM2, and has the thumbprint of RFC 7638', () => {
    const key = publicKeyOf(JWK);
    expect(key && thumbprintOf(key)).toBe(THUMBPRINT);
    expect(publicKeyOf(SM2)).toEqual(SM2);
    const made = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' });
    expect(publicKeyOf({ ...made })).toEqual(made);
  });

  it.each([
    ['a private key', { ...JWK, d: JWK.x }],
    ['another curve', { kty: 'EC', crv: 'P-256', x: SM2.x, y: SM2.y }],
    ['too short', { ...JWK, x: JWK.x.slice(2) }],
    ['written in another way', { ...JWK, x: `${JWK.x}=` }],
    ['without a coordinate', { kty: 'EC', crv: 'SM2', x: SM2.x }],
    ['no text', { ...JWK, x: 1 }],
  ])('is not %s', (_, jwk) => {
    expect(publicKeyOf(jwk)).toBeUndefined();
    given()
      .when(propose(registration(jwk)), actIn('c.judge'))
      .thenRefused('key-unreadable');
  });
});
