import {
  CASE_NUMBER_PARAM,
  COMMAND_SIGNATURE_HEADER,
  CORRELATION_HEADER,
  IDEMPOTENCY_KEY_HEADER,
  POSITION_HEADER,
  ProblemView,
  PURPOSE_HEADER,
  USE_HEADER,
} from '@liuhen/platform';
import { POST_HEADER } from '@liuhen/access';
import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, getSchemaPath, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { toJsonSchema2020 } from './json-schema-2020';

/** The version of the interface: raised with a change that a client could notice. */
const API_VERSION = '1.0.0';

const ABOUT = `人民法院审判监督管理全程留痕系统的开放接口。

- 每项操作（POST）须带 \`${IDEMPOTENCY_KEY_HEADER}\`；以同一个值重试不会重复登记，得到的是同一份回执。
- 回执的 \`${POSITION_HEADER}\` 交给之后的查询，查询就能看到这项操作；2 秒内未能更新到位的，答 503 \`read-model-behind\`。
- 查询结果的 \`ETag\` 交给操作的 \`If-Match\`，记录在此期间有变动的，答 412 \`stale-revision\`。
- 出错时的回答是问题详情（RFC 9457），\`code\` 供程序判断，\`detail\` 供人阅读，\`law\` 为所依据的条文。
- 无权查阅的记录一律答“没有”。`;

/** The description of all routes, OpenAPI 3.1; what all operations have in common is added here, once. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const described = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('留痕 Liuhen')
    .setDescription(ABOUT)
    .setVersion(API_VERSION)
    .addBearerAuth({
      type: 'http',
      scheme: 'bearer',
      bearerFormat: 'JWT',
      description: '统一身份认证签发的访问令牌',
    })
    .addSecurityRequirements('bearer')
    .build();
  const document = SwaggerModule.createDocument(app, described, { extraModels: [ProblemView] });
  for (const described of operationsOf(document)) complete(described);
  return toJsonSchema2020(sorted(document));
}

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
type Method = (typeof METHODS)[number];

export interface DescribedOperation {
  readonly path: string;
  readonly method: Method;
  readonly operation: Operation;
}

export const operationsOf = ({ paths }: OpenAPIObject): readonly DescribedOperation[] =>
  Object.entries(paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      return operation ? [{ path, method, operation }] : [];
    }),
  );

function complete({ path, method, operation }: DescribedOperation): void {
  const given = operation.parameters ?? [];
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const known = new Set(given.map((parameter) => ('name' in parameter ? parameter.name : '')));
  operation.parameters = [
    ...inPath.filter((name) => !known.has(name)).map(pathParameter),
    ...given,
    ...HEADERS.every,
    ...(method === 'get' ? HEADERS.query : HEADERS.command),
  ];
  operation.responses.default = PROBLEM;
}

/** Parameters that slices read by decorators of their own, which Nest cannot describe. */
const PATH_PARAMETERS: Readonly<Record<string, string>> = {
  [CASE_NUMBER_PARAM]: '案号（百分号编码，括号全角、半角均可），或者无案号记录的编号',
};

const pathParameter = (name: string) => ({
  name,
  in: 'path' as const,
  required: true,
  description: PATH_PARAMETERS[name] ?? name,
  schema: { type: 'string' as const },
});

interface HeaderParameter {
  readonly name: string;
  readonly in: 'header';
  readonly required: boolean;
  readonly description: string;
  readonly schema: { readonly type: 'string'; readonly maxLength: number };
}

const header = (name: string, description: string, maxLength: number, required = false): HeaderParameter => ({
  name,
  in: 'header',
  required,
  description,
  schema: { type: 'string', maxLength },
});

const HEADERS = {
  every: [
    header(POST_HEADER, '以哪个岗位办理（岗位编号的百分号编码）；任有多个岗位的须写明', 200),
    header(CORRELATION_HEADER, '关联编号，原样写入事件和回答', 64),
  ],
  command: [
    header(IDEMPOTENCY_KEY_HEADER, '幂等键', 128, true),
    header('If-Match', '办理人所见记录的 ETag', 20),
    header(COMMAND_SIGNATURE_HEADER, '办理人对本项操作的签名（分离式 JWS），随事件保存', 400),
  ],
  query: [
    header(POSITION_HEADER, '须看到的位置，取自回执', 200),
    header(PURPOSE_HEADER, '查阅目的（百分号编码），至多 200 字；未写的依本院规则', 1800),
    header(USE_HEADER, '所得用于打印的写 print，按打印留痕', 20),
  ],
};

const PROBLEM = {
  description: '问题详情（RFC 9457）',
  content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemView) } } },
};

/** Modules come in the order of their list; the document must not change with it. */
function sorted(document: OpenAPIObject): OpenAPIObject {
  const schemas = byName(document.components?.schemas ?? {});
  return { ...document, paths: byName(document.paths), components: { ...document.components, schemas } };
}

const byName = <Value>(record: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
