import { basisText } from './basis';

describe('basis', () => {
  it('is written as an article of a statute in one of its versions', () => {
    const interpretation = '最高人民法院关于适用《中华人民共和国民事诉讼法》的解释';
    expect(basisText({ statute: interpretation, version: '2022年修正', article: '第三百二十三条' })).toBe(
      '《最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释》（2022年修正）第三百二十三条',
    );
  });

  it('is written as a clause of a policy', () => {
    expect(basisText({ policy: '黔0102-阅核-2026', clause: '第四条' })).toBe('黔0102-阅核-2026 第四条');
  });
});
