import { Logger } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { describeApi } from './describe-api';
import { operationsOf } from './document';

/** Every value in the document with the path that leads to it. */
function* valuesIn(value: unknown, path = '#'): Generator<readonly [path: string, value: unknown]> {
  yield [path, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [name, member] of Object.entries(value)) yield* valuesIn(member, `${path}/${name}`);
}

const resolved = (document: object, reference: string): unknown =>
  reference
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>((value, name) => (Object(value) as Record<string, unknown>)[name], document);

describe('the OpenAPI document', () => {
  let document: OpenAPIObject;
  const complaints: unknown[] = [];

  beforeAll(async () => {
    jest.spyOn(Logger, 'error').mockImplementation((message) => complaints.push(message));
    jest.spyOn(Logger, 'warn').mockImplementation((message) => complaints.push(message));
    document = await describeApi();
  });

  it('is of version 3.1 and makes Nest complain of nothing, such as of two bodies with one name', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(complaints).toEqual([]);
  });

  it('has no word of OpenAPI 3.0 that 3.1 does not know', () => {
    const old = [...valuesIn(document)].filter(([path]) =>
      /\/(?:nullable|exclusiveM(?:in|ax)imum\/true)$/.test(path),
    );
    expect(old).toEqual([]);
  });

  it('has a target for every reference', () => {
    const references = [...valuesIn(document)].filter(([path]) => path.endsWith('/$ref'));
    const dangling = references.filter(
      ([, reference]) => resolved(document, String(reference)) === undefined,
    );
    expect(references.length).toBeGreaterThan(20);
    expect(dangling).toEqual([]);
  });

  it('has a type for every property of every schema', () => {
    const schemas = Object.entries(document.components?.schemas ?? {});
    const untyped = schemas.flatMap(([name, schema]) =>
      Object.entries('properties' in schema ? (schema.properties ?? {}) : {}).flatMap(([property, type]) =>
        ['type', '$ref', 'allOf', 'anyOf', 'oneOf'].some((word) => word in type)
          ? []
          : [`${name}.${property}`],
      ),
    );
    expect(untyped).toEqual([]);
  });

  it('describes every parameter of every path', () => {
    for (const { path, operation } of operationsOf(document)) {
      const described = (operation.parameters ?? []).flatMap((parameter) =>
        'in' in parameter && parameter.in === 'path' ? [`{${parameter.name}}`] : [],
      );
      expect(described.sort()).toEqual([...(path.match(/\{\w+\}/g) ?? [])].sort());
    }
  });

  it('names each operation once, with a Chinese summary and an answer that has a form', () => {
    const operations = operationsOf(document);
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { path, method, operation } of operations) {
      const answers = Object.entries(operation.responses).filter(([status]) => status.startsWith('2'));
      const formed = answers.some(([, answer]) => answer && 'content' in answer);
      expect([path, method, operation.summary, formed]).toEqual([
        path,
        method,
        expect.stringMatching(/\p{sc=Han}/u),
        true,
      ]);
    }
  });

  it('says that every operation may answer a problem and needs a bearer token', () => {
    expect(document.security).toEqual([{ bearer: [] }]);
    expect(document.components?.securitySchemes).toHaveProperty('bearer');
    for (const { operation } of operationsOf(document)) {
      expect(operation.responses.default).toHaveProperty(['content', 'application/problem+json']);
      expect(operation.security).toBeUndefined();
    }
  });

  it('requires the idempotency key of every command and of no query', () => {
    for (const { method, operation } of operationsOf(document)) {
      const required = (operation.parameters ?? []).flatMap((parameter) =>
        'name' in parameter && parameter.in === 'header' && parameter.required === true
          ? [parameter.name]
          : [],
      );
      expect(required).toEqual(method === 'get' ? [] : ['Idempotency-Key']);
    }
  });

  it('turns what may be null into a type of JSON Schema', () => {
    const { properties } = document.components?.schemas?.EventPage as { properties: Record<string, unknown> };
    expect(properties.next).toMatchObject({ type: ['string', 'null'] });
  });
});
