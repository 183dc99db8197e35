import { findingCatalogue, groundCatalogue } from './codes';
import { findGround, groundsInForce, isGroundCode, ruleTable } from './rule-table';
import { statutes } from '../../law/statutes';
import type { Statute } from '../../law/statutes';
import { stages } from '../../law/vocabulary';

describe('the rule table', () => {
  it('gives every code once, and never as a ground and a finding', () => {
    const codes = [...groundCatalogue, ...findingCatalogue].map(({ code }) => code);
    expect(codes.filter((code, n) => codes.indexOf(code) !== n)).toEqual([]);
    expect(codes.filter((code) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(code))).toEqual([]);
  });

  it('begins every code with its procedure', () => {
    expect(ruleTable.filter(({ code, procedure }) => !code.startsWith(`${procedure}-`))).toEqual([]);
  });

  it('rests every ground on law of its own procedure', () => {
    const foreign = ruleTable.filter(({ law, procedure }) =>
      law.some(({ statute }) => {
        const own: Statute = statutes[statute];
        return own.procedure !== procedure;
      }),
    );
    expect(foreign).toEqual([]);
    expect(ruleTable.filter(({ law }) => law.length === 0)).toEqual([]);
  });

  it('has a ground for every stage', () => {
    const covered = new Set(ruleTable.flatMap((ground) => ground.stages));
    expect(Object.keys(stages).filter((stage) => ![...covered].some((each) => each === stage))).toEqual([]);
  });

  it('names a ground in Chinese, with its condition and what it permits', () => {
    const bare = ruleTable.filter(
      ({ name, condition, permits }) => !/[\u4e00-\u9fff]/.test(name + condition) || permits.length === 0,
    );
    expect(bare).toEqual([]);
  });

  it.each([
    ['a serious breach on retrial', 'civil-retrial-claim-omitted'],
    ['basic facts never tried on retrial', 'civil-retrial-basic-facts-unclear'],
    ['a new trial without a new panel', 'criminal-new-trial-panel-breach'],
    ['a protest for unclear facts', 'criminal-review-protest-facts-unclear'],
    ['the review of a suspended death sentence', 'criminal-suspended-death-facts-unclear'],
    ['the review of a death sentence', 'criminal-death-not-warranted'],
    ['a sentence below the minimum', 'criminal-below-minimum-not-approved'],
    ['a confiscation', 'criminal-confiscation-facts-unclear'],
    ['an interested party in a confiscation', 'criminal-confiscation-interested-party-joins'],
    ['an omitted party', 'administrative-omitted-party'],
    ['an omitted claim', 'administrative-claim-omitted'],
    ['omitted compensation that is not due', 'administrative-compensation-omitted-not-due'],
    ['omitted compensation that is due', 'administrative-compensation-omitted-due'],
  ])('knows the ground of %s', (_what, code) => {
    expect(isGroundCode(code)).toBe(true);
    expect(findGround(code)?.code).toBe(code);
  });

  it('knows no other code', () => {
    expect(isGroundCode('C-B')).toBe(false);
    expect(findGround('C-B')).toBeUndefined();
  });

  it('gives the grounds of one stage on one day', () => {
    const codes = groundsInForce({
      day: '2014-01-01',
      procedure: 'administrative',
      stage: 'secondInstance',
    }).map(({ code }) => code);
    expect(codes).toContain('administrative-facts-or-procedure-before-2015-05');
    expect(codes).not.toContain('administrative-facts-wrong');
  });
});
