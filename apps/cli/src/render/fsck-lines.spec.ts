import { fsckLines, type CheckedLog } from './fsck-lines';

const sound: CheckedLog = {
  log: 'business',
  events: 914n,
  streams: 500,
  findingCount: 0,
  findings: [],
  ledger: [],
};

describe('a check of the logs to read', () => {
  it('says how much was checked and that it is whole', () => {
    expect(fsckLines([sound], true)).toEqual(['业务日志：914 个事件，500 个流，完好', '全部记录完好']);
  });

  it('says so when nobody has told whose signatures there should be', () => {
    expect(fsckLines([sound], false)[1]).toBe('没有核验策略（LEDGER_POLICY），未验证检查点和联署的签名');
  });

  it('names each finding where it is, and how many are not shown', () => {
    const findings = [
      { kind: 'leaf-mismatch', message: '不符', position: 7n, stream: 'case-甲号' },
      { kind: 'duplicate-id', message: '重复' },
    ] as const;
    expect(
      fsckLines([sound, { ...sound, log: 'reading', findingCount: 5, findings }], true).slice(1),
    ).toEqual([
      '查阅日志：914 个事件，500 个流，发现 5 处问题',
      '  位置 7 case-甲号 leaf-mismatch：不符',
      '  duplicate-id：重复',
      '  其余 3 处未列出',
      '发现损坏，请勿改动数据库，并以备份核对',
    ]);
  });

  it('names what the ledger that was derived from a log has otherwise', () => {
    const ledger = [{ kind: 'tile-mismatch', message: '树的分块与日志不符：tile/0/000.p/7' }] as const;
    expect(fsckLines([{ ...sound, ledger }], true).slice(0, 2)).toEqual([
      '业务日志：914 个事件，500 个流，发现 1 处问题',
      '  账本 tile-mismatch：树的分块与日志不符：tile/0/000.p/7',
    ]);
  });
});
