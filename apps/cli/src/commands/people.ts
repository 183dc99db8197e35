import { command } from '../command';
import { CommandFailure } from '../exit-codes';
import { configOf } from '../local/config';
import { withDatabase } from '../local/database';

export const people = command({
  name: 'people',
  summary: '示范人员的登录口令和动态验证码，更换签发令牌的密钥',
  positionals: [],
  options: {
    person: { type: 'string', value: '人员ID', about: '只列该人员，并给出身份验证器的密钥和当前验证码' },
    'change-key': { type: 'boolean', about: '更换签发令牌的密钥；已签发的令牌到期前仍有效' },
  },
  notes: [
    '口令和验证码密钥由数据目录中首次使用时随机生成的 identity/demonstration.secret 派生，各个安装不同。',
    '只用于没有接入统一身份认证（OIDC_ISSUER）的安装。说明见 docs/guides/sign-in.md。',
  ],
  exits: ['unreachable', 'notFound'],

  async run({ options: { person, 'change-key': changesKey } }, { environment, out, err }) {
    const config = configOf(environment);
    if (config.oidcIssuer !== undefined)
      throw new CommandFailure('usage', '本服务由统一身份认证登录（OIDC_ISSUER），没有示范人员');
    if (changesKey === true) {
      const { changeKey } = await import('../../../../libs/access/src/tokens/local-issuer.js');
      out(`已更换，新密钥的编号是 ${(await changeKey(config.dataDir)).id}`);
      return 'ok';
    }
    const { readPeople } = await import('../local/people.js');
    const { signInLines } = await import('../local/demonstration-people.js');
    const all = await withDatabase(config, err, (database) => readPeople(config, database));
    const shown = person === undefined ? all : all.filter(({ id }) => id === person);
    if (shown.length === 0) throw new CommandFailure('notFound', `没有人员 ${String(person)}`);
    for (const line of await signInLines(config, shown)) out(line);
    return 'ok';
  },
});
