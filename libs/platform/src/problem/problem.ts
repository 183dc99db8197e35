import type { LawArticle } from '@liuhen/kernel';

/** One wrong field of a request. */
export interface FieldError {
  /** Path such as `parts[0].grounds`, or the name of a header or parameter. */
  readonly field: string;
  readonly detail: string;
}

/** What is the same in every problem of one code. */
interface ProblemKind {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  /** Seconds after which the same request may succeed. */
  readonly retryAfter?: number;
}

/** Every problem that is not a slice's own refusal, by its stable code. */
export const PROBLEMS = {
  'invalid-request': { status: 400, title: '请求有误', detail: '请求内容不符合要求' },
  'malformed-body': { status: 400, title: '请求有误', detail: '请求体不是合格的 JSON' },
  'malformed-path': { status: 400, title: '请求有误', detail: '路径或者查询参数的百分号编码有误' },
  'malformed-request': { status: 400, title: '请求有误', detail: '请求不是合格的 HTTP 报文' },
  'invalid-cursor': { status: 400, title: '请求有误', detail: '分页游标无效，请从第一页重新读取' },
  'invalid-position': { status: 400, title: '请求有误', detail: '位置标记无效，须原样使用服务器给出的值' },
  'invalid-if-match': {
    status: 400,
    title: '请求有误',
    detail: 'If-Match 须为服务器给出的 ETag，例如 "12"',
  },
  'idempotency-key-required': {
    status: 400,
    title: '缺少幂等键',
    detail: '每项操作须带 Idempotency-Key 请求头（1 至 128 个可见的 ASCII 字符），重试时使用同一个值',
  },
  'post-required': {
    status: 400,
    title: '未说明岗位',
    detail: '您任有多个岗位，须用 Liuhen-Post 请求头说明以哪个岗位办理',
  },
  'purpose-required': {
    status: 400,
    title: '未说明查阅目的',
    detail: '您所在法院的规则要求说明查阅目的，须用 Liuhen-Purpose 请求头写明（百分号编码，至多 200 字）',
  },
  unauthenticated: { status: 401, title: '未登录', detail: '须带有效的访问令牌（Authorization: Bearer …）' },
  'invalid-token': { status: 401, title: '登录无效', detail: '访问令牌无效或者已过期，请重新登录' },
  'second-factor-required': {
    status: 401,
    title: '须再次验证身份',
    detail: '办理本项须在十分钟之内以口令和动态验证码登录，请重新验证身份后办理',
  },
  'unknown-person': { status: 403, title: '无权办理', detail: '令牌所指人员不在人员名册中' },
  'no-post': { status: 403, title: '无权办理', detail: '您目前没有任职岗位' },
  'post-not-held': { status: 403, title: '无权办理', detail: '您未任 Liuhen-Post 请求头所指的岗位' },
  'not-a-cosigner': { status: 403, title: '无权查阅', detail: '账本的树和事件头只向联署人提供' },
  'document-incomplete': { status: 400, title: '请求有误', detail: '文书没有传完，未保存，请重新上传' },
  'unknown-route': { status: 404, title: '没有这个地址', detail: '没有这个地址，接口目录见 /api/docs' },
  'document-not-found': {
    status: 404,
    title: '没有这份文书',
    detail: '本案没有这份文书，或者您无权查阅',
  },
  'method-not-allowed': { status: 405, title: '方法不适用', detail: '该地址不支持这个 HTTP 方法' },
  'request-timeout': { status: 408, title: '请求超时', detail: '请求未在时限内到齐' },
  'body-too-large': { status: 413, title: '请求过大', detail: '请求体不得超过 1 MiB' },
  'append-too-large': { status: 413, title: '请求过大', detail: '一次登记的内容超过存储上限，请分次提交' },
  'document-too-large': { status: 413, title: '文书过大', detail: '文书超过允许的大小' },
  'path-too-long': { status: 414, title: '请求过长', detail: '路径中的一段过长' },
  'unsupported-media-type': {
    status: 415,
    title: '格式不支持',
    detail: '请求体须为 application/json',
  },
  'document-type-not-allowed': {
    status: 415,
    title: '文书格式不支持',
    detail: '文书须为 PDF、OFD、DOCX、DOC、WPS、纯文本（UTF-8）、PNG、JPEG 或者 TIFF，并以 Content-Type 说明',
  },
  'document-empty': { status: 422, title: '文书不符合要求', detail: '文书没有内容' },
  'document-type-differs': {
    status: 422,
    title: '文书不符合要求',
    detail: '文书的内容与所说明的格式不符，或者带有宏',
  },
  'document-name-differs': {
    status: 422,
    title: '文书不符合要求',
    detail: '文书名称的扩展名与其格式不符',
  },
  'document-differs': {
    status: 422,
    title: '文书不符合要求',
    detail: '收到的内容与所说明的杂凑值不符，未保存，请重新上传',
  },
  'workbook-too-long': {
    status: 422,
    title: '行数过多',
    detail: '工作簿至多 2000 行，请按法院或者督导方式分别导出，或者改用 CSV',
  },
  'too-many-requests': {
    status: 429,
    title: '请求过于频繁',
    detail: '请求过于频繁，本次未予办理，请稍后以同一幂等键重试',
    retryAfter: 10,
  },
  'headers-too-large': { status: 431, title: '请求过大', detail: '请求头过大' },
  internal: { status: 500, title: '系统故障', detail: '系统发生故障，请凭 instance 编号联系运维' },
  'document-damaged': {
    status: 500,
    title: '文书已损坏',
    detail: '存储的文书缺失或者与其杂凑值不符，已停止提供，请凭 instance 编号联系运维',
  },
  overloaded: {
    status: 503,
    title: '暂时繁忙',
    detail: '系统繁忙，未作登记，请稍后以同一幂等键重试',
    retryAfter: 1,
  },
  contended: {
    status: 503,
    title: '暂时繁忙',
    detail: '多人同时办理同一案件，未作登记，请以同一幂等键重试',
    retryAfter: 1,
  },
  'store-unavailable': {
    status: 503,
    title: '暂不可用',
    detail: '存储暂不可用，未作登记，请稍后以同一幂等键重试',
    retryAfter: 5,
  },
  'outcome-unknown': {
    status: 503,
    title: '结果待查',
    detail: '存储未答复，不能确定是否已登记，请以同一幂等键重试，不会重复登记',
    retryAfter: 2,
  },
  'clock-behind': {
    status: 503,
    title: '暂不可用',
    detail: '服务器时钟落后于已有记录，未作登记，请联系运维校时',
    retryAfter: 30,
  },
  'evidence-incomplete': {
    status: 503,
    title: '证据尚不完整',
    detail: '涵盖本案的检查点或者联署尚未取得，请稍后再取',
    retryAfter: 2,
  },
  'reading-not-recorded': {
    status: 503,
    title: '暂不能查阅',
    detail: '本次查阅未能留痕，内容不予提供，请稍后重试',
    retryAfter: 2,
  },
  'read-model-behind': {
    status: 503,
    title: '数据更新中',
    detail: '查询数据尚未更新到所要求的位置，请稍后重试',
    retryAfter: 1,
  },
  'read-model-stopped': {
    status: 503,
    title: '数据更新已停',
    detail: '该项查询数据的更新因故障停止，请联系运维',
    retryAfter: 60,
  },
  'read-database-unavailable': {
    status: 503,
    title: '暂不可用',
    detail: '查询暂不可用，请稍后重试',
    retryAfter: 5,
  },
  'identity-provider-unavailable': {
    status: 503,
    title: '暂不可用',
    detail: '统一身份认证暂不可用，无法核对登录，请稍后重试',
    retryAfter: 5,
  },
  'document-store-unavailable': {
    status: 503,
    title: '暂不可用',
    detail: '文书库暂不可用，文书未保存，请稍后重试',
    retryAfter: 5,
  },
  'document-store-full': {
    status: 507,
    title: '存储空间不足',
    detail: '存储空间不足，文书未保存，请联系运维',
  },
  'too-many-streams': {
    status: 503,
    title: '暂时繁忙',
    detail: '同时打开的事件流过多，请关闭不用的连接后重试',
    retryAfter: 10,
  },
} as const satisfies Readonly<Record<string, ProblemKind>>;

export type ProblemCode = keyof typeof PROBLEMS;

export interface ProblemDetails {
  /** Instead of the code's own text. */
  readonly detail?: string | undefined;
  readonly field?: string | undefined;
  readonly errors?: readonly FieldError[] | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly cause?: unknown;
}

/** A request that cannot be served, said at the HTTP edge. Rules of law and procedure refuse with a `Refusal`. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly code: ProblemCode,
    readonly details: ProblemDetails = {},
  ) {
    super(details.detail ?? PROBLEMS[code].detail, { cause: details.cause });
  }
}

/** The answer's body: RFC 9457, with code, field, law and errors as extension members. */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly instance: string;
  readonly field?: string;
  readonly law?: readonly LawArticle[];
  readonly errors?: readonly FieldError[];
}
