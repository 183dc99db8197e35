import { nodeSuite } from '../suites/node/node-suite';
import { CASES, goldenLab, labBundle, labBundleFile, TAMPERINGS, YI } from '../testing';
import { writeBundle } from '../bundle/write-bundle';
import { reportLines } from './report-lines';
import { verifyBundle } from './verify-bundle';

describe('the report', () => {
  it('says for a reader in China what was found, and what every event is', async () => {
    const lab = await goldenLab();
    const file = await labBundleFile(lab, {
      ...CASES,
      isHidden: ({ header }) => header.stream.endsWith(YI) && header.rev === 1,
      withheld: ({ header }) => (header.rev === 2 ? ['经过'] : []),
    });
    const lines = reportLines(verifyBundle(file, lab.policy(), { suite: nodeSuite, now: lab.now }));
    expect(lines[0]).toBe('结论：核验通过');
    for (const line of [
      '  通过　  文件格式：写法规范，逐字节核对无误',
      '  甲1：已载入，4 条',
      '  丁4：经证明不存在',
      '  丙3：未载入',
      '  第 2 次起算，2026-03-01 09:01 记录，申明人 运维：恢复备份（此前以 lab.invalid/business 签到第 4 条）',
      '  case-甲1 第 1 条（日志第 1 条）：SomethingHappened，2026-03-01 09:00 记录，黔0102 p-judge（法官，post-judge）',
      '      收录时间不晚于 2026-03-01 09:00',
      '      当事人：已依法遮蔽（第 4 条，2026-03-01 09:01，依据《中华人民共和国个人信息保护法》（2021年）第四十七条）',
      '      收录于 2026-03-01 09:00 之后，不晚于 2026-03-01 09:01',
      '  ＊case-乙2 第 2 条（日志第 9 条）：无权查阅，只有杂凑值',
    ])
      expect(lines).toContain(line);
    expect(lines).toContainEqual(expect.stringMatching(/^ {6}字段 [0-9a-f]{8}…：无权查阅，未显示$/));
  });

  it.each([
    ['field-missing', '结论：经过篡改', /^ {6}字段 [0-9a-f]{8}…：缺失，没有说明$/],
    ['not-in-tree', '结论：经过篡改', /^ {2}未通过 {2}在日志之中：.*（日志第 3 条）［not-in-tree］$/],
    ['time-unknown', '结论：依此策略不能核验', /^ {6}收录时间无从证明$/],
    ['events-missing', '结论：不完整', /^ {2}未通过 {2}无一遗漏：末尾缺少记录：甲1［events-missing］$/],
  ] as const)('says what is wrong: %s', async (code, conclusion, line) => {
    const { lab, policy = (same) => same, ...given } = await TAMPERINGS[code][0]();
    const file = writeBundle(given.bundle ?? (await labBundle(lab, CASES)), lab.hash);
    const lines = reportLines(
      verifyBundle(file, policy(lab.policy()), { suite: nodeSuite, now: lab.now, ...given.circumstances }),
    );
    expect(lines[0]).toBe(conclusion);
    expect(lines).toContainEqual(expect.stringMatching(line));
  });

  it('of what is no bundle has nothing but the checks', async () => {
    const lab = await goldenLab();
    const lines = reportLines(
      verifyBundle(new Uint8Array(), lab.policy(), { suite: nodeSuite, now: lab.now }),
    );
    expect(lines).toHaveLength(17);
    expect(lines[0]).toBe('结论：格式有误');
    expect(lines.slice(3).every((line) => line.startsWith('  未通过'))).toBe(true);
  });
});
