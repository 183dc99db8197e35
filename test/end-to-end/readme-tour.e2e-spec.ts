import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, shell } from './support/cli';
import { newDataDir, removeDataDir, Service } from './support/service';

/** The code blocks marked `sh tour`, in order. */
function tourIn(file: string): readonly string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return [...text.matchAll(/^```sh tour\n(.*?)^```$/gms)].map(([, script = '']) => script);
}

const tour = tourIn('README.md');

/** What a reader is promised to see, block by block. */
const PROMISED: readonly (readonly (string | RegExp)[])[] = [
  ['（2007）大民权初字第4号\n', '（2013）民再申字第27号\n', '2011-08-03', '发回重审'],
  ['截至 2011-12-31 所发生', '（2011）民提字第117号\n', '发回重审'],
  [/发改指审计：共 65 件/, '【待核】', '条文：', '尚缺：', '叶哈希'],
  ['"replayed":false', '"code":"correction-not-remand"', '第一百七十七条第一款第（二）项'],
  ['拒绝：文书现在不由您阅核', '拒绝：建议复议应当写明具体问题', '拒绝：审判委员会已经作出决定', '发出文书'],
  [
    '建议复议（第1次）',
    '多数持其他意见',
    '审判委员会决定：改变合议庭意见',
    '《案件阅核规则》',
    '共 20 个事件',
  ],
  ['责任 13 项', '【院庭长】', '【审判管理部门】', '陈磊负责决定是否提交审判委员会', '未逾期'],
  ['【我应办】'],
  [
    '拒绝：督导不得要求案件的裁判结果',
    '拒绝：只能对本院和审级上的下级法院督导',
    '拒绝：还有整改事项没有验收，不能销号',
  ],
  ['关于长期未结案件的函询', '销号：整改完成', '第1次退回答复'],
  ['{"cases":60,"proceedings":164,"events":0,"skipped":60,"rejected":[]}'],
  ['核验通过', '无一条遗漏'],
  ['业务日志', '全部记录完好'],
  ['"canonical":"（2010）鲁刑四终字第2号之一"'],
];

describe('the tour in the README', () => {
  const dataDir = newDataDir();
  let service: Service;
  beforeAll(async () => {
    service = await Service.start(dataDir, { args: [] });
  });
  afterAll(async () => {
    await service.stop();
    removeDataDir(dataDir);
  });

  it('has a promise for each of its steps', () => {
    expect(tour).toHaveLength(PROMISED.length);
  });

  it.each(tour.map((script, step) => ({ step, script })))(
    'shows what it promises at step $step',
    async ({ step, script }) => {
      const here = script.replaceAll('http://127.0.0.1:3000', service.url);
      const { code, stdout, stderr } = await shell(here, { dataDir });
      expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
      for (const promised of PROMISED[step] ?? []) expect(stdout).toMatch(promised);
    },
  );

  it('is the same in both languages', () => {
    expect(tourIn('README.zh-CN.md')).toEqual(tour);
  });

  it('stands on the commands by which everything is started', () => {
    for (const file of ['README.md', 'README.zh-CN.md'])
      expect(readFileSync(join(ROOT, file), 'utf8')).toContain('```sh\nnpm ci\nnpm start\n```');
  });
});
