import { seal, type EventHeader, type JsonObject, type Position, type StoredEvent } from '@liuhen/kernel';
import { someHeader } from '@liuhen/kernel/testing';
import { caseFileOf } from './case-file-of';

const event = (type: string, data: JsonObject, header: Partial<EventHeader> = {}): StoredEvent => ({
  ...seal('sha256', someHeader({ type, ...header }), data, () => 'salt'),
  position: '1' as Position,
});
const registered = event(
  'CaseRegistered',
  { court: { code: '黔0102', name: null }, panel: ['a', 'b', 'c'], handlingJudge: 'a' },
  { court: '黔' },
);

describe('what decides who may read a case', () => {
  it('is in its registration', () => {
    expect(caseFileOf([registered])).toEqual({
      handlingCourt: '黔0102',
      recordedByCourt: '黔',
      judges: ['a', 'b', 'c', 'a'],
      isProtected: false,
    });
  });

  it('changes with the panel', () => {
    const formed = event('PanelFormed', { panel: [], handlingJudge: 'd', presidingJudge: null });
    expect(caseFileOf([registered, event('SomethingElse', {}), formed])).toMatchObject({ judges: ['d'] });
  });

  it('is whether the case is protected, as was said last', () => {
    const marked = event('CaseProtected', { grounds: ['juvenile'] });
    const lifted = event('CaseProtectionLifted', { reason: '标记有误' });
    expect(caseFileOf([registered, marked])).toMatchObject({ isProtected: true });
    expect(caseFileOf([registered, marked, lifted])).toMatchObject({ isProtected: false });
    expect(caseFileOf([registered, lifted, marked])).toMatchObject({
      isProtected: true,
      judges: ['a', 'b', 'c', 'a'],
    });
  });

  it('is not there where there is no case', () => {
    expect(caseFileOf([])).toBeUndefined();
    expect(caseFileOf([event('PanelFormed', { panel: ['a'], handlingJudge: null })])).toBeUndefined();
  });
});
