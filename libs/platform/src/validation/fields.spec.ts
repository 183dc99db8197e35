import { ArgumentMetadata } from '@nestjs/common';
import { Problem } from '../problem/problem';
import {
  ChoiceField,
  ChoiceListField,
  DateField,
  FlagField,
  InstantField,
  ListField,
  NestedField,
  OccurredAtField,
  TextField,
  TextListField,
  WholeNumberField,
} from './fields';
import { requestValidation } from './request-validation.pipe';

class Part {
  @TextField('名称', { max: 3 }) readonly name: string;
}

class Body {
  @TextField('文字', { max: 5, optional: true }) readonly text?: string;
  @TextField('可空文字', { max: 5, min: 0, optional: true }) readonly loose?: string;
  @TextField('编号', { max: 5, pattern: /^\d+$/, optional: true }) readonly digits?: string;
  @WholeNumberField('数', { min: 1, max: 9, optional: true }) readonly number?: number;
  @FlagField('标记', { optional: true }) readonly flag?: boolean;
  @ChoiceField('种类', { a: '甲', b: '乙' }, { optional: true }) readonly choice?: string;
  @ChoiceListField('各种', ['a', 'b'], { optional: true }) readonly choices?: readonly string[];
  @TextListField('各条', { max: 2, itemMax: 3, optional: true }) readonly texts?: readonly string[];
  @DateField('日期', { optional: true }) readonly date?: string;
  @InstantField('时刻', { optional: true }) readonly instant?: string;
  @OccurredAtField('发生时间', { optional: true }) readonly occurredAt?: string | null;
  @NestedField('部分', () => Part, { optional: true }) readonly part?: Part;
  @ListField('各部分', () => Part, { min: 1, max: 2, optional: true }) readonly parts?: readonly Part[];
}

class Query {
  @WholeNumberField('数', { min: -5, max: 9, optional: true, fromText: true }) readonly number?: number;
  @FlagField('标记', { optional: true, fromText: true }) readonly flag?: boolean;
}

class Required {
  @TextField('文字', { max: 5 }) readonly text: string;
  @NestedField('部分', () => Part) readonly part: Part;
}

const pipe = requestValidation();
const checked = (
  value: unknown,
  metatype: NonNullable<ArgumentMetadata['metatype']> = Body,
): Promise<unknown> => pipe.transform(value, { type: 'body', metatype });

async function faultsOf(
  value: unknown,
  metatype?: NonNullable<ArgumentMetadata['metatype']>,
): Promise<unknown> {
  try {
    await checked(value, metatype);
    return [];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.details.errors?.map(({ field, detail }) => `${field}：${detail}`);
  }
}

describe('the fields of a request', () => {
  it.each<[object]>([
    [{}],
    [{ text: '一二三四五', number: 9, flag: false, choice: 'a', choices: ['b', 'a'], texts: ['甲'] }],
    [{ loose: '', date: '2024-02-29', instant: '2026-03-01T00:00:00.000Z', occurredAt: null }],
    [{ occurredAt: '2026-03-01', part: { name: '甲' }, parts: [{ name: '甲' }, { name: '乙' }] }],
  ])('take %j as it is', async (value) => {
    expect(await checked(value)).toEqual(value);
    expect(await checked(value)).toBeInstanceOf(Body);
  });

  it.each<[object, string]>([
    [{ text: 5 }, 'text：须为文字'],
    [{ text: null }, 'text：须为文字'],
    [{ text: '' }, 'text：不能为空'],
    [{ text: ' \u200b\t' }, 'text：不能为空'],
    [{ text: '一二三四五六' }, 'text：至多 5 个字'],
    [{ digits: '12x' }, 'digits：格式不符'],
    [{ number: '5' }, 'number：须为整数'],
    [{ number: 0 }, 'number：不得小于 1'],
    [{ number: 10 }, 'number：不得大于 9'],
    [{ number: 1.5 }, 'number：须为整数'],
    [{ flag: 'true' }, 'flag：须为 true 或者 false'],
    [{ choice: 'c' }, 'choice：须为 a、b 之一'],
    [{ choice: 'toString' }, 'choice：须为 a、b 之一'],
    [{ choices: ['a', 'a'] }, 'choices：不得重复'],
    [{ choices: ['a', 'c'] }, 'choices：须为 a、b 之一'],
    [{ texts: 'a' }, 'texts：须为列表'],
    [{ texts: ['a', 'b', 'c'] }, 'texts：至多 2 项'],
    [{ texts: ['a', ''] }, 'texts：不能为空'],
    [{ texts: ['a', 1] }, 'texts：须为文字'],
    [{ date: '2025-02-29' }, 'date：须为日期，例如 2026-03-01'],
    [{ instant: '2026-03-01' }, 'instant：须为 UTC 时刻，例如 2026-03-01T01:00:00.000Z'],
    [{ occurredAt: 'yesterday' }, 'occurredAt：须为日期、UTC 时刻或者 null，例如 2026-03-01'],
    [{ part: 'x' }, 'part：须为对象'],
    [{ part: {} }, 'part.name：不能缺少'],
    [{ parts: [] }, 'parts：至少 1 项'],
    [{ parts: [{ name: '甲' }, { name: '一二三四' }] }, 'parts[1].name：至多 3 个字'],
    [{ parts: [null] }, 'parts：须为对象'],
    [{ parts: [[]] }, 'parts：须为对象'],
    [{ other: 1 }, 'other：不认识这个字段'],
    [{ part: { name: '甲', other: 1 } }, 'part.other：不认识这个字段'],
  ])('refuse %j once: %s', async (value, fault) => {
    expect(await faultsOf(value)).toEqual([fault]);
  });

  it('are missing when they are required', async () => {
    expect(await faultsOf({}, Required)).toEqual(['text：不能缺少', 'part：不能缺少']);
  });

  it('are converted in a query, and nothing is guessed', async () => {
    expect(await checked({ number: '-5', flag: 'true' }, Query)).toEqual({ number: -5, flag: true });
    for (const number of ['', ' 1', '1.0', '1e1', '0x1', '９', ['1', '2']])
      expect(await faultsOf({ number }, Query)).toEqual(['number：须为整数']);
    expect(await faultsOf({ flag: 'yes' }, Query)).toEqual(['flag：须为 true 或者 false']);
  });

  it('are not answered by more faults than a reader can use', async () => {
    const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`x${String(n)}`, n]));
    expect(await faultsOf(many)).toHaveLength(50);
  });
});
