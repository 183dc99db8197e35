import { courtOfCode } from './court-code';

describe('a court code', () => {
  it.each([
    ['最高法', 'supreme', undefined, []],
    ['晋', 'high', '最高法', ['最高法']],
    ['晋08', 'intermediate', '晋', ['晋', '最高法']],
    ['晋0825', 'basic', '晋08', ['晋08', '晋', '最高法']],
    ['兵0603', 'basic', '兵06', ['兵06', '兵', '最高法']],
    ['辽7102', 'basic', '辽71', ['辽71', '辽', '最高法']],
  ])('%s tells level and superiors', (code, level, appealTo, superiors) => {
    expect(courtOfCode(code)).toMatchObject({ code, level, superiors });
    expect(courtOfCode(code)?.appealTo).toBe(appealTo);
  });

  it.each(['沪0109', '渝0235', '豫9001', '黔8601', '苏8601'])(
    '%s does not tell the intermediate court, which is not guessed',
    (code) => {
      expect(courtOfCode(code)).toMatchObject({ level: 'basic', superiors: [code.slice(0, 1), '最高法'] });
      expect(courtOfCode(code)).not.toHaveProperty('appealTo');
    },
  );

  it.each([
    ['鲁71', 'railway'],
    ['沪72', 'maritime'],
    ['粤73', 'intellectualProperty'],
    ['吉7504', 'forestry'],
    ['琼97', 'ordinary'],
    ['军', 'military'],
    ['兵06', 'productionCorps'],
  ])('%s tells the kind %s', (code, kind) => {
    expect(courtOfCode(code)?.kind).toBe(kind);
  });

  it.each(['', '台', '筑01', '黔1', '黔010', '黔00', '黔0100', '黔86', '黔90', '最高法01', 'constructor'])(
    '%s is not one',
    (code) => {
      expect(courtOfCode(code)).toBeUndefined();
    },
  );
});
