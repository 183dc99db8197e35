const CONTROL_OR_MARK = /[^\P{Cc}\n]|\ufeff/u;
const KEY_NAME = /^[^\s\p{Cc}+]+$/u;

/** Text without control characters but the newline, byte order marks and halves of characters. */
export const isPlainText = (text: string): boolean => text.isWellFormed() && !CONTROL_OR_MARK.test(text);

/** C2SP signed-note: neither empty nor with spaces or a plus. */
export const isKeyName = (name: string): boolean => name.isWellFormed() && KEY_NAME.test(name);
