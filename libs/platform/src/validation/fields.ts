import { isCalendarDate, isInstant, isOccurredAt } from '@liuhen/kernel';
import { applyDecorators, type Type } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type as Instantiate } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

/**
 * The fields of a request body or query, each one decorator: validation, conversion and OpenAPI from the same words.
 * The label is the field's Chinese name as the interface's documentation shows it.
 */
export interface FieldOptions {
  /** The field may be left out; `null` does not count as left out. */
  readonly optional?: boolean;
  /** Further explanation after the label. */
  readonly note?: string;
}

/** In a query string everything is text; a body must hold the value itself. */
interface FromText {
  readonly fromText?: boolean;
}

type Schema = Readonly<Record<string, unknown>>;

export const TextField = (
  label: string,
  options: FieldOptions & { readonly max: number; readonly min?: number; readonly pattern?: RegExp },
): PropertyDecorator => {
  const { max, min = 1, pattern } = options;
  return field(label, options, { type: 'string', minLength: min, maxLength: max, pattern: pattern?.source }, [
    IsString(),
    MaxLength(max),
    ...(min > 0 ? [MinLength(min), accepts('isNotBlank', isNotBlank)] : []),
    ...(pattern ? [Matches(pattern)] : []),
  ]);
};

/** At least one character that shows. */
const isNotBlank = (value: unknown): boolean => typeof value === 'string' && /[^\s\p{C}]/u.test(value);

export const WholeNumberField = (
  label: string,
  options: FieldOptions & FromText & { readonly min: number; readonly max: number },
): PropertyDecorator => {
  const { min, max, fromText = false } = options;
  return field(label, options, { type: 'integer', minimum: min, maximum: max }, [
    IsInt(),
    Min(min),
    Max(max),
    ...(fromText ? [convertText((text) => (/^-?\d{1,15}$/.test(text) ? Number(text) : text))] : []),
  ]);
};

export const FlagField = (label: string, options: FieldOptions & FromText = {}): PropertyDecorator =>
  field(label, options, { type: 'boolean' }, [
    IsBoolean(),
    ...(options.fromText ? [convertText((text) => ({ true: true, false: false })[text] ?? text)] : []),
  ]);

/** Codes, or a table from code to Chinese name, which the documentation then shows. */
export type Choices = readonly string[] | Readonly<Record<string, string | object>>;

export const ChoiceField = (label: string, choices: Choices, options: FieldOptions = {}): PropertyDecorator =>
  field(label, noted(options, choices), { type: 'string', enum: codesOf(choices) }, [IsIn(codesOf(choices))]);

export const ChoiceListField = (
  label: string,
  choices: Choices,
  options: FieldOptions & { readonly min?: number } = {},
): PropertyDecorator => {
  const codes = codesOf(choices);
  return list(label, noted(options, choices), { type: 'string', enum: codes }, { max: codes.length }, [
    IsIn(codes, { each: true }),
    ArrayUnique(),
  ]);
};

export const TextListField = (
  label: string,
  options: ListOptions & { readonly itemMax: number },
): PropertyDecorator =>
  list(label, options, { type: 'string', minLength: 1, maxLength: options.itemMax }, options, [
    IsString({ each: true }),
    MinLength(1, { each: true }),
    MaxLength(options.itemMax, { each: true }),
  ]);

export const DateField = (label: string, options: FieldOptions = {}): PropertyDecorator =>
  field(label, options, { type: 'string', format: 'date' }, [accepts('isCalendarDate', isCalendarDate)]);

export const InstantField = (label: string, options: FieldOptions = {}): PropertyDecorator =>
  field(label, options, { type: 'string', format: 'date-time' }, [accepts('isInstant', isInstant)]);

const OCCURRED_AT_EXAMPLES = ['2026-03-01', '2026-03-01T01:00:00.000Z'];

/** When something happened: a moment, only a day, or `null` for unknown. */
export const OccurredAtField = (label: string, options: FieldOptions = {}): PropertyDecorator =>
  field(label, options, { type: 'string', nullable: true, examples: OCCURRED_AT_EXAMPLES }, [
    accepts('isOccurredAt', isOccurredAt),
  ]);

export const NestedField = (label: string, type: () => Type, options: FieldOptions = {}): PropertyDecorator =>
  field(label, options, lazily(type), [IsObject(), ValidateNested(), Instantiate(type)]);

export interface ListOptions extends FieldOptions {
  readonly min?: number;
  readonly max: number;
}

export const ListField = (label: string, type: () => Type, options: ListOptions): PropertyDecorator =>
  list(label, options, lazily(type), options, [
    IsObject({ each: true }),
    ValidateNested({ each: true }),
    Instantiate(type),
  ]);

/** Nest knows a function that gives a class from the class itself by its name, `type`. */
const lazily = (named: () => Type): Schema => ({ type: () => named() });

/** A value that a type guard of the kernel or of the courts accepts. */
export const accepts = (name: string, guard: (value: unknown) => boolean): PropertyDecorator =>
  ValidateBy({ name, validator: { validate: guard } });

export function field(
  label: string,
  options: FieldOptions,
  schema: Schema,
  decorators: readonly PropertyDecorator[],
): PropertyDecorator {
  const { optional = false, note } = options;
  const description = note === undefined ? label : `${label}：${note}`;
  const given = Object.fromEntries(Object.entries(schema).filter(([, value]) => value !== undefined));
  return applyDecorators(
    ApiProperty({ ...given, description, required: !optional }),
    ...(optional ? [ValidateIf((_, value) => value !== undefined)] : []),
    ...decorators,
  );
}

const list = (
  label: string,
  options: FieldOptions,
  item: Schema,
  { min = 0, max }: { readonly min?: number; readonly max: number },
  decorators: readonly PropertyDecorator[],
): PropertyDecorator =>
  field(label, options, { ...item, isArray: true, minItems: min, maxItems: max }, [
    IsArray(),
    ArrayMinSize(min),
    ArrayMaxSize(max),
    ...decorators,
  ]);

const convertText = (convert: (text: string) => unknown): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? convert(value) : value));

const codesOf = (choices: Choices): string[] => (isCodeList(choices) ? [...choices] : Object.keys(choices));

const isCodeList = (choices: Choices): choices is readonly string[] => Array.isArray(choices);

/** The Chinese names of the codes, where the table has them. */
function noted(options: FieldOptions, choices: Choices): FieldOptions {
  if (isCodeList(choices)) return options;
  const names = Object.entries(choices).flatMap(([code, name]) =>
    typeof name === 'string' ? [`${code} ${name}`] : [],
  );
  if (names.length === 0) return options;
  const legend = names.join('，');
  return { ...options, note: options.note === undefined ? legend : `${options.note}（${legend}）` };
}
