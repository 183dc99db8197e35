import { getMetadataStorage, type ValidationError } from 'class-validator';
import type { ValidationMetadata } from 'class-validator/types/metadata/ValidationMetadata';
import type { FieldError } from '../problem/problem';
import { VALIDATION_TEXTS } from './validation-texts';

/** A body of unknown fields must not be answered by a longer one. */
const MAX_FIELD_ERRORS = 50;
const MAX_PATH_LENGTH = 200;

/** The wrong fields with Chinese texts, the path of each as a reader of the request would write it. */
export function fieldErrorsOf(errors: readonly ValidationError[]): readonly FieldError[] {
  const found: FieldError[] = [];
  for (const error of wrongFields(errors, '')) {
    if (found.push(error) === MAX_FIELD_ERRORS) break;
  }
  return found;
}

function* wrongFields(errors: readonly ValidationError[], parent: string): Generator<FieldError> {
  for (const error of errors) {
    const field = joined(parent, error.property).slice(0, MAX_PATH_LENGTH);
    const names = Object.keys(error.constraints ?? {});
    if (names.length > 0) yield { field, detail: textOf(error, names) };
    else yield* wrongFields(error.children ?? [], field);
  }
}

function joined(parent: string, property: string): string {
  if (parent === '') return property;
  return /^\d+$/.test(property) ? `${parent}[${property}]` : `${parent}.${property}`;
}

function textOf(error: ValidationError, names: readonly string[]): string {
  if (isMissing(error)) return '不能缺少';
  const [told = ''] = [...Object.keys(VALIDATION_TEXTS), ...names].filter((name) => names.includes(name));
  const record = recordOf(error, told);
  const args: unknown = record?.constraints;
  const text = record?.message === undefined ? VALIDATION_TEXTS[told] : undefined;
  return text?.(Array.isArray(args) ? args : []) ?? error.constraints?.[told] ?? '不符合要求';
}

/** Nest takes the values from errors that have children, and leaves out the target where the whole body is no object. */
const isMissing = ({ value, target, children = [] }: ValidationError): boolean =>
  value === undefined && target !== undefined && children.length === 0;

/** class-validator tells its arguments only to its own English messages; the decorator's record holds them. */
function recordOf({ target, property }: ValidationError, constraint: string): ValidationMetadata | undefined {
  if (target === undefined) return undefined;
  const records = getMetadataStorage().getTargetValidationMetadatas(target.constructor, '', false, false);
  return records.find(({ propertyName, name }) => propertyName === property && name === constraint);
}
