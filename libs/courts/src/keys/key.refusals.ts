import { refuserOf, type RefusalTable } from '@liuhen/kernel';
import { SEPARATION } from '../proposals/proposal.refusals';

export const keyRefusals = {
  'key-unreadable': {
    text: '公钥应为 JWK：Ed25519（kty=OKP，crv=Ed25519，x）或者 SM2（kty=EC，crv=SM2，x、y），坐标为 32 字节的 base64url；不得含有私钥或者其他字段',
  },
  'key-already-registered': { text: '该密钥已经登记过；每人各用自己的密钥，注销后也不再登记' },
  'key-period-reversed': { text: '密钥的截止日应当晚于起始日' },
  'key-retroactive': { text: '密钥的登记和注销不溯及既往：起始日或者注销日不得早于今日' },
  'key-not-found': { text: '没有登记这一密钥，或者您无权查阅' },
  'key-already-ended': { text: '该密钥届时已经失效' },
  'key-proposal-not-permitted': {
    text: '密钥由本人提请登记，由本人或者安全管理员提请注销；受托代行职务时不能提请',
    law: SEPARATION,
  },
  'key-approval-not-permitted': {
    text: '密钥的登记和注销由本院或者上级法院的安全管理员同意；安全管理员提请的，由本院院长同意',
    law: SEPARATION,
  },
} satisfies RefusalTable;

export const refuse = refuserOf(keyRefusals);
