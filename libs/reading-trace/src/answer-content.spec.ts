import { TracedFile } from '@liuhen/platform';
import { StreamableFile } from '@nestjs/common';
import { contentOf } from './answer-content';

describe('what an answer tells of itself', () => {
  it('is how many items there are, and which cases they are of', () => {
    const page = {
      items: [{ caseNumber: '甲' }, { caseNumber: '乙', origin: { caseId: '丙' } }],
      next: null,
    };
    expect(contentOf(page)).toMatchObject({ results: 2, cases: ['甲', '乙', '丙'] });
    expect(contentOf([{ caseId: '甲' }, { caseId: '甲' }])).toMatchObject({ results: 2, cases: ['甲'] });
    expect(contentOf({ title: '一项' })).toMatchObject({ results: 1, cases: [] });
  });

  it('is what was withheld from the reader', () => {
    const events = [
      { type: 'CaseRegistered', leaf: 'a' },
      { type: null, leaf: 'b' },
      { type: null, leaf: 'c' },
    ];
    expect(contentOf({ caseId: '甲', events })).toMatchObject({ results: 3, masked: ['不予公开的记录'] });
    const masked = { items: [{ masked: ['姓名', '住址'] }, { masked: ['姓名'] }] };
    expect(contentOf(masked).masked).toEqual(['住址', '姓名']);
  });

  it('is what a file was made with', () => {
    const content = { cases: ['甲', '乙'], results: 7, masked: ['案由'] };
    expect(contentOf(new TracedFile(Buffer.from('x'), {}, content))).toEqual({ ...content, isFile: true });
  });

  it('is nothing of another file, but that it is one', () => {
    const file = { results: null, cases: [], masked: [], isFile: true };
    expect(contentOf(new StreamableFile(Buffer.from('x')))).toEqual(file);
    expect(contentOf(undefined)).toEqual({ ...file, isFile: false });
  });
});
