import { caseEvent, caseNumberOf } from './case-work';

describe('the events of the benchmarks', () => {
  it.each([0, 1, 9])('have about half a kilobyte of data: event %d of a case', (n) => {
    const bytes = Buffer.byteLength(JSON.stringify(caseEvent(caseNumberOf(123_456), n).data));
    expect(bytes).toBeGreaterThan(460);
    expect(bytes).toBeLessThan(560);
  });
});
