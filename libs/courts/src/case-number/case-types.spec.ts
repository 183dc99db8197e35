import { allCaseTypes, caseTypeOf } from './case-types';

describe('the standard of case types', () => {
  it('gives each type code once', () => {
    const codes = allCaseTypes.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('lets no appeal stay below the intermediate courts', () => {
    const appeals = allCaseTypes.filter(({ instance }) => instance === 'second');
    expect(appeals.map(({ code }) => code)).toEqual(expect.arrayContaining(['民终', '刑终', '行终', '破终']));
    for (const { lowest } of appeals) expect(lowest).toBe('intermediate');
  });

  it('does not know a code that is not in it', () => {
    expect(caseTypeOf('民初')).toMatchObject({ name: '民事一审案件', procedure: 'civil', instance: 'first' });
    expect(caseTypeOf('民')).toBeUndefined();
  });
});
