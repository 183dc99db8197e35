type Json = null | boolean | number | string | readonly Json[] | JsonMembers;
interface JsonMembers {
  readonly [name: string]: Json;
}

/**
 * OpenAPI 3.1 takes its schemas from JSON Schema 2020-12, where "or null" is a type beside the others; Nest still
 * writes OpenAPI 3.0's `nullable`.
 */
export const toJsonSchema2020 = <Document extends object>(document: Document): Document =>
  rewritten(JSON.parse(JSON.stringify(document)) as Json) as unknown as Document;

function rewritten(value: Json): Json {
  if (Array.isArray(value)) return value.map(rewritten);
  if (!isObject(value)) return value;
  const { nullable, ...rest } = Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, rewritten(member)]),
  );
  return nullable === true ? orNull(rest) : rest;
}

function orNull(schema: Readonly<Record<string, Json>>): Json {
  if (typeof schema.type !== 'string') {
    const { description, ...rest } = schema;
    return { ...(description === undefined ? {} : { description }), anyOf: [rest, { type: 'null' }] };
  }
  const values = Array.isArray(schema.enum) ? { enum: [...(schema.enum as readonly Json[]), null] } : {};
  return { ...schema, type: [schema.type, 'null'], ...values };
}

const isObject = (value: Json): value is JsonMembers =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
