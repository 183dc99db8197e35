/**
 * SQLSTATE classes that mean "not now" rather than "wrong": connection exception, insufficient resources,
 * operator intervention (which includes the statement timeout).
 */
const UNAVAILABLE_CLASSES = new Set(['08', '53', '57']);
const NETWORK_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);
/** The driver gives these no code. */
const DRIVER_MESSAGES = /timeout exceeded when trying to connect|Connection terminated/;

/** The read database could not answer; the query itself may be right. */
export function isReadDatabaseUnavailable(error: unknown): boolean {
  const { code, message } = Object(error) as { readonly code?: unknown; readonly message?: unknown };
  if (DRIVER_MESSAGES.test(String(message))) return true;
  if (typeof code !== 'string') return false;
  return NETWORK_CODES.has(code) || (/^[0-9A-Z]{5}$/.test(code) && UNAVAILABLE_CLASSES.has(code.slice(0, 2)));
}
