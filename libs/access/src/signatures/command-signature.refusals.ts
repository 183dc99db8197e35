import { refuserOf, type RefusalTable } from '@liuhen/kernel';

export const commandSignatureRefusals = {
  'signature-malformed': {
    text: '签名的写法有误：应为分离式 JWS（alg 为 Ed25519 或者 SM2，kid 为公钥指纹，typ 为 liuhen-command），每个字节均须符合规定',
  },
  'signature-key-unknown': {
    text: '签名所用的密钥没有登记在您本人名下，或者今日不在有效期之内',
  },
  'signature-wrong': {
    text: '签名不成立：不是用所称的密钥签的，或者所签的不是本次请求',
  },
  'signature-required': {
    text: '本院的管理事项规则要求本人签名：办理本项须带 Command-Signature 请求头',
  },
} satisfies RefusalTable;

export const refuse = refuserOf(commandSignatureRefusals);
