import {
  administrativeLaw,
  chineseNumeral,
  civilLaw,
  criminalLaw,
  lawArticleOf,
  lawOfTheDay,
  provision,
  renderCitation,
  renderLaw,
  verification,
} from './citation';

describe('a citation', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [12, '十二'],
    [40, '四十'],
    [100, '一百'],
    [107, '一百零七'],
    [110, '一百一十'],
    [225, '二百二十五'],
    [655, '六百五十五'],
  ])('writes article %i as %s', (n, written) => {
    expect(chineseNumeral(n)).toBe(written);
  });

  it.each([
    ['177.1#3', { article: 177, paragraph: 1, item: 3 }],
    ['238#1', { article: 238, item: 1 }],
    ['239', { article: 239 }],
    ['', {}],
  ])('reads %p', (text, read) => {
    expect(provision(text)).toEqual(read);
  });

  it('refuses what is no provision', () => {
    expect(() => provision('177(1)')).toThrow('177(1)');
  });

  it('is written with title, version, article, paragraph and item', () => {
    const [in1996, in2012, in2018] = criminalLaw({ 1996: '189#3', 2012: '225.1#3', 2018: '236.1#3' }).map(
      renderCitation,
    );
    expect(in1996).toBe('《中华人民共和国刑事诉讼法》（1996年修正）第一百八十九条第（三）项');
    expect(in2012).toBe('《中华人民共和国刑事诉讼法》（2012年修正）第二百二十五条第一款第（三）项');
    expect(in2018).toBe('《中华人民共和国刑事诉讼法》（2018年修正）第二百三十六条第一款第（三）项');
  });

  it('is carried by events and refusals as statute, version and article', () => {
    expect(civilLaw({ 2023: '177.2' }).map(lawArticleOf)).toEqual([
      { statute: '中华人民共和国民事诉讼法', version: '2023年修正', article: '第一百七十七条第二款' },
    ]);
  });

  it('keeps a number until another is given, and ends where the rule does', () => {
    const versions = civilLaw({ 2007: '179', 2012: '200', 2021: undefined }).map(({ version, article }) => [
      version,
      article,
    ]);
    expect(versions).toEqual([
      ['2007', 179],
      ['2012', 200],
      ['2017', 200],
    ]);
  });

  it('says where its number was not compared with the text', () => {
    const [confirmed] = criminalLaw({ 2012: '225.2', 2018: undefined });
    const [open] = criminalLaw({ 2012: '228', 2018: undefined });
    expect(confirmed && verification(confirmed)).toEqual({
      verified: true,
      why: expect.stringContaining('裁判文书'),
    });
    expect(open && verification(open)).toEqual({ verified: false, why: expect.stringContaining('现行文本') });
    expect(renderLaw(open ? [open] : [])).toBe(
      '《中华人民共和国刑事诉讼法》（2012年修正）第二百二十八条（未核对原文）',
    );
  });

  it('is listed with others without repeating what they share', () => {
    const law = [
      ...civilLaw({ 2023: '177.1#3' }),
      ...civilLaw({ 2023: '177.1#4' }),
      ...civilLaw({ 2023: '178' }),
      ...criminalLaw({ 2012: '227#1', 2018: undefined }),
      ...criminalLaw({ 2012: '227#2', 2018: undefined }),
    ];
    expect(renderLaw(law)).toBe(
      '《中华人民共和国民事诉讼法》（2023年修正）第一百七十七条第一款第（三）项、第（四）项、第一百七十八条、' +
        '《中华人民共和国刑事诉讼法》（2012年修正）第二百二十七条第（一）项、第（二）项（未核对原文）',
    );
  });

  it('governs only decisions of its procedure', () => {
    const day = '2024-01-01';
    expect(lawOfTheDay(administrativeLaw({ 2017: '89.2' }), { day, procedure: 'civil' })).toEqual([]);
    expect(
      lawOfTheDay(administrativeLaw({ 2017: '89.2' }), { day, procedure: 'administrative' }),
    ).toHaveLength(1);
  });
});
