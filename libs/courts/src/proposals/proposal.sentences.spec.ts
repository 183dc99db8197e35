import { namesAsIds } from '@liuhen/kernel/testing';
import { keySentences } from '../keys/key.sentences';
import { proposalSentences } from './proposal.sentences';

const revocation = { person: 'a', thumbprint: 'x', on: '2026-03-01' };

describe('a proposal is told', () => {
  it('with what it asks for, until when and why', () => {
    const data = {
      ...{ proposal: '1', reason: '遗失', expiresOn: '2026-03-15' },
      change: { type: 'RevokeKey', data: revocation } as const,
    };
    expect(proposalSentences.ChangeProposed({ type: 'ChangeProposed', data }, namesAsIds)).toBe(
      '提请（第1号，2026-03-15前有效）：注销签名密钥：a，指纹x，自2026-03-01起；理由：遗失',
    );
  });

  it('with what became of it', () => {
    const data = { proposal: '1', reason: '属实' };
    const approved = (enacts: boolean) =>
      proposalSentences.ProposalApproved({ type: 'ProposalApproved', data: { ...data, enacts } }, namesAsIds);
    expect([approved(false), approved(true)]).toEqual([
      '同意提请（第1号）；理由：属实',
      '同意提请（第1号），即行生效；理由：属实',
    ]);
    expect(proposalSentences.ProposalDeclined({ type: 'ProposalDeclined', data }, namesAsIds)).toMatch(
      /^不同意/,
    );
    expect(proposalSentences.ProposalWithdrawn({ type: 'ProposalWithdrawn', data }, namesAsIds)).toMatch(
      /^撤回/,
    );
  });

  it('of a key once it is registered and revoked', () => {
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: 'y' } as const;
    const data = { person: 'a', jwk, algorithm: 'ed25519', thumbprint: 'x', from: '2026-03-01' } as const;
    const registered = (until: string | null) =>
      keySentences.PersonKeyRegistered({ type: 'PersonKeyRegistered', data: { ...data, until } }, namesAsIds);
    expect(registered(null)).toBe('登记签名密钥：a，ed25519，指纹x，自2026-03-01起');
    expect(registered('2027-03-01')).toMatch(/至2027-03-01止（不含当日）$/);
  });
});
