import { localToken } from '../client/local-token';
import { command } from '../command';
import { CommandFailure } from '../exit-codes';
import { configOf } from '../local/config';
import { withDatabase } from '../local/database';
import { personLine } from '../render/person-line';

export const token = command({
  name: 'token',
  summary: '列出人员和岗位，或者签发本机使用的访问令牌',
  positionals: [],
  options: {
    list: { type: 'boolean', about: '列出可以签发令牌的人员' },
    person: { type: 'string', value: '人员ID', about: '为该人员签发令牌，有效一刻钟' },
  },
  notes: [
    '令牌由数据目录中的本地密钥签发，只对使用该数据目录的服务有效；服务接入统一身份认证的，令牌由其签发。',
    '示例：curl -H "Authorization: Bearer $(npx liuhen token --person inspector)" http://127.0.0.1:3000/api/v1/cases',
  ],
  exits: ['unreachable', 'notFound'],

  async run({ options: { list, person } }, { environment, out, err }) {
    if ((list === undefined) === (person === undefined))
      throw new CommandFailure('usage', '请用 --list 或者 --person 人员ID 之一');
    const config = configOf(environment);
    const { readPeople } = await import('../local/people.js');
    const people = await withDatabase(config, err, (database) => readPeople(config, database));
    if (person === undefined) for (const each of people) out(personLine(each));
    else if (people.some(({ id }) => id === person)) out(await localToken(config.dataDir, person)());
    else throw new CommandFailure('notFound', `没有人员 ${person}。人员列表见：npx liuhen token --list`);
    return 'ok';
  },
});
