/**
 * Content-Disposition of a file to be saved (RFC 6266): its name for programs that know RFC 8187, and for the others what
 * ASCII leaves of it.
 *
 * @param name without control characters.
 */
export function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded(name)}`;
}

/** RFC 8187 §3.2.1 lets fewer characters stand than encodeURIComponent does. */
const encoded = (name: string): string =>
  encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
