/** PostgreSQL's numbers of the element types. */
const ELEMENT_TYPE = { bytea: 17, text: 25, uuid: 2950 } as const;

const HEADER_BYTES = 20;
const NULL_LENGTH = -1;

/**
 * An array parameter in PostgreSQL's binary format (`array_recv`). As text, every quotation mark of a JSON text would
 * be escaped here and unescaped there, which takes four times as long.
 */
export function binaryArray(
  type: keyof typeof ELEMENT_TYPE,
  elements: readonly (Buffer | string | null)[],
): Buffer {
  const bytes = elements.map((element) => (typeof element === 'string' ? Buffer.from(element) : element));
  const size = bytes.reduce((sum, element) => sum + 4 + (element?.length ?? 0), HEADER_BYTES);
  const array = Buffer.allocUnsafe(size);
  const head = [1, bytes.includes(null) ? 1 : 0, ELEMENT_TYPE[type], bytes.length, 1];
  let at = 0;
  for (const number of head) at = array.writeInt32BE(number, at);
  for (const element of bytes) {
    at = array.writeInt32BE(element?.length ?? NULL_LENGTH, at);
    at += element?.copy(array, at) ?? 0;
  }
  return array;
}
