import { BadRequestException, HttpException, NotFoundException } from '@nestjs/common';
import {
  AppendTooLarge,
  BrokenChain,
  ClockBehind,
  ForeignPosition,
  OutcomeUnknown,
  Overloaded,
  StoreUnavailable,
  WrongRevision,
} from '@liuhen/event-store';
import { Refusal } from '@liuhen/kernel';
import { Problem, PROBLEMS } from './problem';
import { problemOf } from './problem-of';

const answerTo = (error: unknown) => {
  const { body, headers, fault } = problemOf(error, 'r1');
  return [body.status, body.code, headers['Retry-After'], fault];
};
const withCode = (code: string, message = 'x'): Error => Object.assign(new Error(message), { code });

describe('the answer to an error', () => {
  it.each([
    [
      'a refusal on its merits',
      new Refusal('too-many-rounds', '不得'),
      [422, 'too-many-rounds', undefined, false],
    ],
    [
      'a record that moved on',
      new Refusal('stale-revision', '变动'),
      [412, 'stale-revision', undefined, false],
    ],
    [
      'a key used before',
      new Refusal('idempotency-key-reused', '键'),
      [422, 'idempotency-key-reused', undefined, false],
    ],
    ['what does not exist', new Refusal('case-not-found', '没有'), [404, 'case-not-found', undefined, false]],
    [
      'what is there already',
      new Refusal('already-linked', '已有'),
      [409, 'already-linked', undefined, false],
    ],
    [
      'what is not permitted',
      new Refusal('import-not-permitted', '不可'),
      [403, 'import-not-permitted', undefined, false],
    ],
    [
      'another court’s case',
      new Refusal('case-of-other-court', '他院'),
      [403, 'case-of-other-court', undefined, false],
    ],
    ['a store under load', new Overloaded(2_500), [503, 'overloaded', '3', false]],
    ['a stream under contention', new WrongRevision('s', 1, 2), [503, 'contended', '1', false]],
    ['a store that is away', new StoreUnavailable('x'), [503, 'store-unavailable', '5', false]],
    ['an append without answer', new OutcomeUnknown('s'), [503, 'outcome-unknown', '2', false]],
    ['a clock that fell back', new ClockBehind('s'), [503, 'clock-behind', '30', false]],
    ['an append beyond the limit', new AppendTooLarge(1), [413, 'append-too-large', undefined, false]],
    ['a position of another log', new ForeignPosition('x'), [400, 'invalid-position', undefined, false]],
    ['a chain that does not fit', new BrokenChain('s'), [500, 'internal', undefined, true]],
    [
      'a read database that ended the session',
      withCode('57P01'),
      [503, 'read-database-unavailable', '5', false],
    ],
    ['a query beyond its time', withCode('57014'), [503, 'read-database-unavailable', '5', false]],
    ['a read database without room', withCode('53300'), [503, 'read-database-unavailable', '5', false]],
    ['a refused connection', withCode('ECONNREFUSED'), [503, 'read-database-unavailable', '5', false]],
    ['a wrong query', withCode('42703'), [500, 'internal', undefined, true]],
    ['a missing file', withCode('ENOENT'), [500, 'internal', undefined, true]],
    ['the framework’s bad request', new BadRequestException('x'), [400, 'malformed-body', undefined, false]],
    ['the framework’s unknown route', new NotFoundException('x'), [404, 'unknown-route', undefined, false]],
    ['the framework’s own fault', new HttpException('x', 502), [500, 'internal', undefined, true]],
    ['a thrown text', 'x', [500, 'internal', undefined, true]],
    ['nothing thrown', undefined, [500, 'internal', undefined, true]],
  ])('to %s', (_, error, answer) => {
    expect(answerTo(error)).toEqual(answer);
  });

  it('repeats field, articles and wrong fields, and leaves out what is not there', () => {
    const law = [{ statute: '法', version: '一', article: '三' }];
    expect(problemOf(new Refusal('x', '不得', { law, field: 'a[0].b' }), 'r1').body).toEqual({
      type: 'urn:liuhen:problem:x',
      code: 'x',
      instance: 'urn:liuhen:request:r1',
      title: '不符合规定',
      status: 422,
      detail: '不得',
      field: 'a[0].b',
      law,
    });
    expect(Object.keys(problemOf(new Problem('no-post'), 'r1').body).sort()).toEqual([
      'code',
      'detail',
      'instance',
      'status',
      'title',
      'type',
    ]);
  });

  it('says nothing of a fault', () => {
    const { body } = problemOf(new Error('postgres://liuhen:hunter2@db'), 'r1');
    expect(JSON.stringify(body)).not.toContain('hunter2');
  });

  it('has stable kebab-case codes and Chinese texts', () => {
    for (const [code, { status, title, detail }] of Object.entries(PROBLEMS)) {
      expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
      expect([title, detail].every((text) => /\p{sc=Han}/u.test(text))).toBe(true);
      expect(status).toBeGreaterThanOrEqual(400);
    }
  });
});
