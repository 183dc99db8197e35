import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { Problem } from '../problem/problem';
import { fieldErrorsOf } from './field-errors';

/** Turns bodies and queries into their classes and refuses everything that the class does not know. */
export const requestValidation = (): ValidationPipe =>
  new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    validationError: { target: true },
    exceptionFactory: invalidRequest,
  });

function invalidRequest(errors: readonly ValidationError[]): Problem {
  const wrong = fieldErrorsOf(errors);
  const [first] = wrong;
  return new Problem('invalid-request', {
    detail: `请求有 ${String(wrong.length)} 处不符合要求`,
    errors: wrong,
    ...(wrong.length === 1 && first ? { field: first.field, detail: `${first.field}：${first.detail}` } : {}),
  });
}
