import type { Sentences } from '@liuhen/kernel';
import type { KeyEvent } from './key.events';

export const keySentences: Sentences<KeyEvent> = {
  PersonKeyRegistered: ({ data }, names) =>
    `登记签名密钥：${names.personName(data.person)}，${data.algorithm}，指纹${data.thumbprint}，自${data.from}起` +
    (data.until === null ? '' : `，至${data.until}止（不含当日）`),
  PersonKeyRevoked: ({ data }, names) =>
    `注销签名密钥：${names.personName(data.person)}，指纹${data.thumbprint}，自${data.on}起`,
};
