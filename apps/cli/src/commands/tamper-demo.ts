import { command } from '../command';

export const tamperDemo = command({
  name: 'tamper-demo',
  summary: '演示（培训用）：数据库管理员改动一条记录，核验怎样发现',
  positionals: [],
  options: {},
  notes: [
    '在临时目录中另起一套系统，导入样例，以数据库所有者的身份关闭保护、改动一条记录，再校验和核验；约需半分钟，结束后全部删除。',
    '不接触任何已有的数据目录和数据库。',
  ],
  exits: [],

  async run(_, terminal) {
    const { demonstrateTampering } = await import('../local/tamper-demo.js');
    return (await demonstrateTampering(terminal)) ? 'ok' : 'fault';
  },
});
