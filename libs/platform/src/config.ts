import type { HashAlgorithm } from '@liuhen/kernel';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';

export const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const HASHES: readonly HashAlgorithm[] = ['sha256', 'sm3'];
const ENGINES = ['postgres', 'eventstoredb'] as const;

/** How the HTTP face meets the network in front of it. */
export interface EdgeConfig {
  /** Addresses or networks of the reverse proxies whose `X-Forwarded-For` says who asks. */
  readonly trustedProxies: readonly string[];
  /** How long browsers are told to come by TLS only; 0 where there is no TLS in front. */
  readonly hstsSeconds: number;
  /** In each window of ten seconds, by each person; 0 is no limit. */
  readonly requestsPerPerson: number;
  /** In each window of ten seconds, from each address, whoever asks; 0 is no limit. */
  readonly requestsPerAddress: number;
}

/** All that the environment decides; read once at boot, and passed on explicitly. */
export interface Config extends EdgeConfig {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Absolute path: embedded database, local identity key. */
  readonly dataDir: string;
  /** Absolute path; one for all processes of a deployment. */
  readonly documentsDir: string;
  /** Longest document in bytes. */
  readonly documentLimit: number;
  /** Owner of the schemas, for migrations. */
  readonly databaseUrl: string | undefined;
  /** Application role: may insert and select on logs and owns nothing of them. Neither address: embedded PostgreSQL. */
  readonly databaseAppUrl: string | undefined;
  /** Where the logs lie; the read models are in PostgreSQL always. */
  readonly eventStore: (typeof ENGINES)[number];
  /** Connection string; there is one if the logs lie in EventStoreDB. */
  readonly eventStoreDbUrl: string | undefined;
  /** Issuer of the tokens; `undefined`: this server issues tokens for local use itself. */
  readonly oidcIssuer: string | undefined;
  readonly oidcAudience: string;
  /** The issuer's `acr` for a sign-in by two factors. */
  readonly oidcStepUpAcr: string;
  /** On the loopback interface only; 0 takes any free port. */
  readonly metricsPort: number;
  /** How often the worker looks for duties that have fallen due. */
  readonly clockTickSeconds: number;
  /** Absolute path: what the embedded signer and cosigner keep, and the verifier's policy. */
  readonly ledgerDir: string;
  /** Address of the process that signs checkpoints; `undefined`: `liuhen start` runs one of its own. */
  readonly ledgerSigner: string | undefined;
  /** Absolute path of the file with the secret that the signer asks for over the network. */
  readonly ledgerSignerSecret: string | undefined;
  /** Absolute path of the policy with the cosigners and their addresses; `undefined`: a demonstration cosigner. */
  readonly ledgerPolicy: string | undefined;
  /** How often heads are recorded where something has changed. */
  readonly ledgerHeadsSeconds: number;
  readonly logLevel: LogLevel;
  /** Deployment's part of every log's origin, such as `court.example` in `court.example/business`. */
  readonly logOrigin: string;
  readonly logHash: HashAlgorithm;
}

/** One variable that cannot be used, and what to write instead. */
export interface ConfigFault {
  readonly variable: string;
  readonly fix: string;
}

export class InvalidConfig extends Error {
  override readonly name = 'InvalidConfig';
  constructor(readonly faults: readonly ConfigFault[]) {
    super(['环境变量有误：', ...faults.map(({ variable, fix }) => `  ${variable}：${fix}`)].join('\n'));
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws InvalidConfig naming every wrong variable at once. */
export function readConfig(environment: Environment): Config {
  const faults: ConfigFault[] = [];
  const read = reading(environment, faults);
  const dataDir = resolve(read('LIUHEN_DATA_DIR', '.liuhen', text));
  const config: Config = {
    host: read('HOST', '127.0.0.1', text),
    port: read('PORT', '3000', port),
    trustedProxies: read('TRUSTED_PROXIES', '', networks),
    hstsSeconds: read('HSTS_SECONDS', '0', wholeUpTo(LONGEST_HSTS_S)),
    requestsPerPerson: read('RATE_LIMIT_PERSON', '2000', wholeUpTo(HIGHEST_RATE)),
    requestsPerAddress: read('RATE_LIMIT_ADDRESS', '20000', wholeUpTo(HIGHEST_RATE)),
    dataDir,
    documentsDir: resolve(read('LIUHEN_DOCUMENTS_DIR', join(dataDir, 'documents'), text)),
    documentLimit: read('LIUHEN_DOCUMENT_LIMIT', '50', mebibytes),
    databaseUrl: read('DATABASE_URL', undefined, postgresUrl),
    databaseAppUrl: read('DATABASE_APP_URL', undefined, postgresUrl),
    eventStore: read('EVENT_STORE', 'postgres', oneOf(ENGINES)),
    eventStoreDbUrl: read('EVENTSTOREDB_URL', undefined, eventStoreDbUrl),
    oidcIssuer: read('OIDC_ISSUER', undefined, issuerUrl),
    oidcAudience: read('OIDC_AUDIENCE', 'liuhen', text),
    oidcStepUpAcr: read('OIDC_STEP_UP_ACR', 'urn:liuhen:acr:second-factor', acr),
    metricsPort: read('METRICS_PORT', '0', port),
    clockTickSeconds: read('CLOCK_TICK_SECONDS', '15', seconds(LONGEST_TICK_S)),
    ledgerDir: resolve(read('LEDGER_DIR', join(dataDir, 'ledger'), text)),
    ledgerSigner: read('LEDGER_SIGNER', undefined, signerAddress),
    ledgerSignerSecret: read('LEDGER_SIGNER_SECRET', undefined, absolutePath),
    ledgerPolicy: read('LEDGER_POLICY', undefined, absolutePath),
    ledgerHeadsSeconds: read('LEDGER_HEADS_SECONDS', '300', seconds(LONGEST_HEADS_S)),
    logLevel: read('LOG_LEVEL', 'info', oneOf(LOG_LEVELS)),
    logOrigin: read('LOG_ORIGIN', 'liuhen.localhost', origin),
    logHash: read('LOG_HASH', 'sha256', oneOf(HASHES)),
  };
  if (config.eventStore === 'eventstoredb' && !environment.EVENTSTOREDB_URL?.trim())
    faults.push({ variable: 'EVENTSTOREDB_URL', fix: EVENTSTOREDB_FIX });
  if (faults.length > 0) throw new InvalidConfig(faults);
  return config;
}

/** A value, or the fix to propose. */
type Parsed<T> = { readonly value: T } | { readonly fix: string };
type Parse<T> = (value: string) => Parsed<T>;

interface Read {
  <T>(variable: string, preset: string, parse: Parse<T>): T;
  <T>(variable: string, preset: undefined, parse: Parse<T>): T | undefined;
}

/** Notes a fault and goes on, so that one start shows them all; the result is discarded then. */
function reading(environment: Environment, faults: ConfigFault[]): Read {
  return <T>(variable: string, preset: string | undefined, parse: Parse<T>): T => {
    const given = environment[variable]?.trim();
    const value = given === undefined || given === '' ? preset : given;
    if (value === undefined) return undefined as T;
    const parsed = parse(value);
    if ('value' in parsed) return parsed.value;
    faults.push({ variable, fix: parsed.fix });
    return undefined as T;
  };
}

const text: Parse<string> = (value) => ({ value });

const port: Parse<number> = (value) =>
  /^\d{1,5}$/.test(value) && Number(value) <= 65_535
    ? { value: Number(value) }
    : { fix: '须为 0 至 65535 的整数（0 为任一空闲端口），例如 3000' };

/** It goes into a header, in quotes. */
const acr: Parse<string> = (value) =>
  /^[\x21\x23-\x5b\x5d-\x7e]+$/.test(value)
    ? { value }
    : { fix: '须为签发者表示两种要素登录的 acr 值，不含空格和引号，例如 2' };

const mebibytes: Parse<number> = (value) =>
  /^[1-9]\d{0,3}$/.test(value) && Number(value) <= 1_000
    ? { value: Number(value) * 1024 * 1024 }
    : { fix: '须为 1 至 1000 的整数（一份文书的最大长度，单位 MiB），例如 50' };

const LONGEST_TICK_S = 3_600;
/** A day: what the heads do not cover yet cannot be proved complete. */
const LONGEST_HEADS_S = 86_400;

const seconds =
  (longest: number): Parse<number> =>
  (value) =>
    /^[1-9]\d{0,4}$/.test(value) && Number(value) <= longest
      ? { value: Number(value) }
      : { fix: `须为 1 至 ${String(longest)} 的整数（秒），例如 15` };

/** Two years, as preload lists ask for. */
const LONGEST_HSTS_S = 63_072_000;
const HIGHEST_RATE = 1_000_000;

const wholeUpTo =
  (most: number): Parse<number> =>
  (value) =>
    /^\d{1,8}$/.test(value) && Number(value) <= most
      ? { value: Number(value) }
      : { fix: `须为 0 至 ${String(most)} 的整数（0 为不启用）` };

const networks: Parse<readonly string[]> = (value) => {
  const all = value.split(',').flatMap((one) => (one.trim() === '' ? [] : [one.trim()]));
  return all.every(isNetwork)
    ? { value: all }
    : { fix: '须为以逗号分隔的地址或者网段，例如 10.0.0.5,10.1.0.0/16' };
};

function isNetwork(text: string): boolean {
  const [address = '', prefix = '0', ...rest] = text.split('/');
  const bits = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return rest.length === 0 && /^\d{1,3}$/.test(prefix) && Number(prefix) <= bits;
}

const absolutePath: Parse<string> = (value) => ({ value: resolve(value) });

/** A socket of this machine, or an address over the network. */
const signerAddress: Parse<string> = (value) =>
  /^(?:unix:\/.+|https?:\/\/[^\s]+)$/.test(value)
    ? { value }
    : { fix: '须为 unix:/路径/signer.sock 或者 http(s) 地址' };

const oneOf =
  <T extends string>(names: readonly T[]): Parse<T> =>
  (value) => {
    const found = names.find((name) => name === value);
    return found === undefined ? { fix: `须为 ${names.join('、')} 之一` } : { value: found };
  };

/** The address may hold a password, so that it is never repeated in the fault. */
const postgresUrl: Parse<string> = (value) =>
  URL.canParse(value) && /^postgres(?:ql)?:$/.test(new URL(value).protocol)
    ? { value }
    : { fix: '须为 postgres://账号:口令@主机:5432/库名 形式的地址' };

const EVENTSTOREDB_FIX =
  '须为 esdb://账号:口令@主机:2113 形式的地址（只有加 ?tls=false 的试验服务器可以没有账号）';

/** As the driver reads it, which takes several hosts; never repeated in the fault, for the same reason. */
const eventStoreDbUrl: Parse<string> = (value) => {
  const isAddress = /^esdb(?:\+discover)?:\/\/(?:[^:@/]+:[^@]+@)?[^@/?]+\/?(?:\?.*)?$/.test(value);
  const mayBeNobody = /[?&]tls=false(?:&|$)/.test(value);
  return isAddress && (mayBeNobody || value.includes('@')) ? { value } : { fix: EVENTSTOREDB_FIX };
};

/** OpenID Connect Discovery 1.0 §4.1 strips a terminating slash; plain HTTP only where nobody can listen in. */
const issuerUrl: Parse<string> = (value) => {
  const fix = '须为 https 地址，例如 https://sso.court.example/realms/court（仅本机可用 http）';
  if (!URL.canParse(value)) return { fix };
  const { protocol, hostname, search, hash } = new URL(value);
  const loopback = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
  const safe = protocol === 'https:' || (protocol === 'http:' && loopback);
  return safe && search === '' && hash === '' ? { value: value.replace(/\/$/, '') } : { fix };
};

const origin: Parse<string> = (value) =>
  /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?:\/[a-z0-9.-]+)*$/.test(value)
    ? { value }
    : { fix: '须为小写域名形式，例如 court.example' };
