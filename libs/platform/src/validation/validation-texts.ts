/** Arguments of a constraint as its decorator was given them. */
type Arguments = readonly unknown[];

/**
 * What a user reads when a constraint fails, by class-validator's name of it. In order of precedence: of the
 * constraints that fail on one field only the first is told, since the length of a number says nothing.
 */
export const VALIDATION_TEXTS: Readonly<Record<string, (args: Arguments) => string>> = {
  whitelistValidation: () => '不认识这个字段',
  unknownValue: () => '须为对象',
  isObject: () => '须为对象',
  nestedValidation: () => '须为对象',
  isDefined: () => '不能缺少',
  isNotEmpty: () => '不能为空',
  isString: () => '须为文字',
  isInt: () => '须为整数',
  isNumber: () => '须为数字',
  isBoolean: () => '须为 true 或者 false',
  isArray: () => '须为列表',
  arrayMinSize: ([min]) => `至少 ${String(min)} 项`,
  arrayMaxSize: ([max]) => `至多 ${String(max)} 项`,
  arrayNotEmpty: () => '至少 1 项',
  arrayUnique: () => '不得重复',
  isNotBlank: () => '不能为空',
  minLength: ([min]) => (min === 1 ? '不能为空' : `至少 ${String(min)} 个字`),
  maxLength: ([max]) => `至多 ${String(max)} 个字`,
  isLength: ([min, max]) => `须为 ${String(min)} 至 ${String(max)} 个字`,
  min: ([min]) => `不得小于 ${String(min)}`,
  max: ([max]) => `不得大于 ${String(max)}`,
  isIn: ([values]) => `须为 ${Array.isArray(values) ? values.join('、') : String(values)} 之一`,
  matches: () => '格式不符',
  isUuid: () => '须为 UUID',
  isCalendarDate: () => '须为日期，例如 2026-03-01',
  isInstant: () => '须为 UTC 时刻，例如 2026-03-01T01:00:00.000Z',
  isOccurredAt: () => '须为日期、UTC 时刻或者 null，例如 2026-03-01',
  isDigest: () => '须为 64 位小写的十六进制数',
  isDocumentName: () => '须为文件名，至多 200 个字，不含路径、控制字符和首尾空格',
  isCaseNumber: () => '案号不合格式，例如 （2024）黔0102民初1234号',
};
