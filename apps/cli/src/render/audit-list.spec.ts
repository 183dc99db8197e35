import { auditList, type AuditedDisposition } from './audit-list';

const remand: AuditedDisposition = {
  caseId: '（2016）晋08刑终427号',
  court: { code: '晋08', name: '山西省运城市中级人民法院' },
  decidedOn: '2017-02-20',
  outcomes: ['remand'],
  finding: 'notAssessable',
  findings: [
    {
      code: 'a-rule',
      finding: 'notAssessable',
      law: [{ statute: '中华人民共和国刑事诉讼法', version: '2012年修正', article: '第二百二十五条' }],
      message: '材料不全',
      missing: ['违反程序的具体情形'],
    },
  ],
  event: { id: '0198', rev: 2, leaf: 'ab' },
};

describe('an audit to read', () => {
  it('shows finding, code, article, what is missing, and the event', () => {
    expect(auditList([remand])).toEqual([
      '发改指审计：共 1 件，违反法律 0，待核 1，正当 0',
      '',
      '【待核】',
      '  （2016）晋08刑终427号  山西省运城市中级人民法院  2017-02-20  发回重审',
      '    待核 a-rule：材料不全',
      '      条文：《中华人民共和国刑事诉讼法》（2012年修正）第二百二十五条',
      '      尚缺：违反程序的具体情形',
      '    事件：0198（案件流第 2 号，叶哈希 ab）',
    ]);
  });

  it('names a statute once, with all its articles', () => {
    const [finding = fail()] = remand.findings;
    const [article = fail()] = finding.law;
    const law = [article, { ...article, article: '第二百二十七条' }, { ...article, version: '2018年修正' }];
    expect(
      auditList([{ ...remand, findings: [{ ...finding, law }] }]).filter((line) => line.includes('条文')),
    ).toEqual([
      '      条文：《中华人民共和国刑事诉讼法》（2012年修正）第二百二十五条、第二百二十七条',
      '      条文：《中华人民共和国刑事诉讼法》（2018年修正）第二百二十五条',
    ]);
  });

  it('puts what is contrary to the law first', () => {
    const lines = auditList([
      remand,
      { ...remand, finding: 'justified' },
      { ...remand, finding: 'contrary' },
    ]);
    expect(lines.filter((line) => line.startsWith('【'))).toEqual(['【违反法律】', '【待核】', '【正当】']);
  });

  it('says so where court or date are unknown', () => {
    const court = { code: null, name: null };
    expect(auditList([{ ...remand, court, decidedOn: null }])[3]).toContain('法院不明  日期不明');
  });
});

const fail = (): never => {
  throw new Error('none');
};
