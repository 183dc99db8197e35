import { getMetadataStorage, type ValidationError } from 'class-validator';
import type { ValidationMetadata } from 'class-validator/types/metadata/ValidationMetadata';
import type { FieldError } from '../problem/problem';
import { VALIDATION_TEXTS } from './validation-texts';

/** A body of unknown fields must not be answered by a longer one. */
const MAX_FIELD_ERRORS = 50;
const MAX_PATH_LENGTH = 200;

/** The wrong fields with Chinese texts, the path of each as a reader of the request would write it. */
export const fieldErrorsOf = (errors: readonly ValidationError[]): readonly FieldError[] =>
  errors.flatMap((error) => errorsUnder(error, '')).slice(0, MAX_FIELD_ERRORS);

function errorsUnder(error: ValidationError, parent: string): readonly FieldError[] {
  const field = joined(parent, error.property).slice(0, MAX_PATH_LENGTH);
  const names = Object.keys(error.constraints ?? {});
  const own = names.length === 0 ? [] : [{ field, detail: textOf(error, names) }];
  return [...own, ...(error.children ?? []).flatMap((child) => errorsUnder(child, field))];
}

function joined(parent: string, property: string): string {
  if (parent === '') return property;
  return /^\d+$/.test(property) ? `${parent}[${property}]` : `${parent}.${property}`;
}

function textOf(error: ValidationError, names: readonly string[]): string {
  if (error.value === undefined && !names.includes('isObject')) return '不能缺少';
  const [told = ''] = [...Object.keys(VALIDATION_TEXTS), ...names].filter((name) => names.includes(name));
  const record = recordOf(error, told);
  const args: unknown = record?.constraints;
  const text = record?.message === undefined ? VALIDATION_TEXTS[told] : undefined;
  return text?.(Array.isArray(args) ? args : []) ?? error.constraints?.[told] ?? '不符合要求';
}

/** class-validator tells its arguments only to its own English messages; the decorator's record holds them. */
function recordOf({ target, property }: ValidationError, constraint: string): ValidationMetadata | undefined {
  if (target === undefined) return undefined;
  const records = getMetadataStorage().getTargetValidationMetadatas(target.constructor, '', false, false);
  return records.find(({ propertyName, name }) => propertyName === property && name === constraint);
}
