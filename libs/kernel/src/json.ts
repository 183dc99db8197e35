/** A value of JSON as I-JSON (RFC 7493) allows it. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

/** `undefined` members are left out, as JSON.stringify leaves them out. */
export interface JsonObject {
  readonly [name: string]: JsonValue | undefined;
}
