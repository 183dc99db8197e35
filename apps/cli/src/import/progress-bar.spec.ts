import { progressBar } from './progress-bar';

const progress = { cases: 60, proceedings: 164, events: 233, skipped: 0, rejected: 1, readTo: 250 };

describe('the progress of an import', () => {
  it('is shown as the part of the file that was read', () => {
    expect(progressBar(progress, 1000)).toBe(
      '[######..................]  25% 案件 60，新增事件 233，拒绝 1 行',
    );
  });

  it('is full at the end, and never more', () => {
    expect(progressBar({ ...progress, readTo: 1001 }, 1000)).toMatch(/^\[#{24}\] 100% /);
  });

  it.each([undefined, 0])('is only counted where the size %s tells nothing', (size) => {
    expect(progressBar(progress, size)).toBe('案件 60，新增事件 233，拒绝 1 行');
  });
});
