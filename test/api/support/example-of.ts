/** What of a JSON schema matters to make a value of it. */
interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minimum?: number;
}

/** The schemas that others refer to, by name. */
export type Schemas = Readonly<Record<string, Schema>>;

/** Values that a schema alone does not give, by the name of the property. */
export type Known = Readonly<Record<string, unknown>>;

/** The least value of a schema: what it requires, and what is known. */
export function exampleOf(schema: Schema, schemas: Schemas, known: Known): unknown {
  if (schema.$ref !== undefined)
    return exampleOf(schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, schemas, known);
  if (schema.allOf) return exampleOf(schema.allOf[0] ?? {}, schemas, known);
  if (schema.enum) return schema.enum[0];
  switch (Array.isArray(schema.type) ? (schema.type as readonly string[])[0] : schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.keys(schema.properties ?? {})
          .filter((name) => (schema.required ?? []).includes(name) || name in known)
          .map((name) => [
            name,
            name in known ? known[name] : exampleOf(schema.properties?.[name] ?? {}, schemas, known),
          ]),
      );
    case 'array':
      return Array.from({ length: schema.minItems ?? 1 }, () =>
        exampleOf(schema.items ?? {}, schemas, known),
      );
    case 'integer':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    default:
      return TEXTS[schema.format ?? ''] ?? '事由';
  }
}

const TEXTS: Readonly<Record<string, string>> = {
  date: '2026-03-02',
  'date-time': '2026-03-02T01:00:00.000Z',
  uuid: '019a0000-0000-7000-8000-000000000000',
};
