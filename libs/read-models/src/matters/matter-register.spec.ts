import type { Reader } from '@liuhen/access';
import type { QueryBus } from '@nestjs/cqrs';
import { MatterRegisterController } from './matter-register.controller';
import type { MatterRoundView } from './matters.views';

const row = { targets: [], issuer: { courtName: '', postTitle: '' } } as unknown as MatterRoundView;

const registerOf = (rows: number, format: 'csv' | 'xlsx') => {
  const bus = {
    execute: () => Promise.resolve({ year: 2026, rows: Array.from({ length: rows }, () => row) }),
  };
  const controller = new MatterRegisterController(bus as unknown as QueryBus);
  return controller.register({ year: 2026, format }, {} as Reader);
};

describe('the register of a year as a file', () => {
  it('is no workbook of more rows than a server should stop for, and comma-separated values all the same', async () => {
    await expect(registerOf(2_001, 'xlsx')).rejects.toMatchObject({ code: 'workbook-too-long' });
    await expect(registerOf(2_001, 'csv')).resolves.toMatchObject({
      options: { type: 'text/csv; charset=utf-8' },
    });
  });
});
