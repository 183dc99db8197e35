import { InvalidConfig, readConfig } from './config';

const faultsOf = (environment: Record<string, string>) => {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof InvalidConfig) return error.faults.map(({ variable }) => variable);
    throw error;
  }
};

describe('configuration', () => {
  it('has a preset for everything but the databases and the issuer', () => {
    expect(readConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      databaseUrl: undefined,
      oidcIssuer: undefined,
      oidcAudience: 'liuhen',
      oidcStepUpAcr: 'urn:liuhen:acr:second-factor',
      metricsPort: 0,
      logLevel: 'info',
      logHash: 'sha256',
    });
  });

  it('keeps documents with the other data unless they have a place of their own', () => {
    expect(readConfig({ LIUHEN_DATA_DIR: '/data' })).toMatchObject({
      documentsDir: '/data/documents',
      documentLimit: 50 * 1024 * 1024,
    });
    expect(readConfig({ LIUHEN_DOCUMENTS_DIR: '/shared/documents' }).documentsDir).toBe('/shared/documents');
  });

  it.each(['0', '-1', '1.5', '1001', '50MB'])('refuses %s for the longest document', (limit) => {
    expect(faultsOf({ LIUHEN_DOCUMENT_LIMIT: limit })).toEqual(['LIUHEN_DOCUMENT_LIMIT']);
  });

  it.each(['0', '-1', '1.5', '3601'])('refuses a tick of the clock of %s seconds', (seconds) => {
    expect(readConfig({}).clockTickSeconds).toBe(15);
    expect(faultsOf({ CLOCK_TICK_SECONDS: seconds })).toEqual(['CLOCK_TICK_SECONDS']);
  });

  it('takes an empty variable for an absent one', () => {
    expect(readConfig({ PORT: ' ', DATABASE_URL: '' })).toEqual(readConfig({}));
  });

  it('names every wrong variable at once', () => {
    expect(faultsOf({ PORT: '70000', METRICS_PORT: '-1', LOG_HASH: 'md5', LOG_LEVEL: 'loud' })).toEqual([
      'PORT',
      'METRICS_PORT',
      'LOG_LEVEL',
      'LOG_HASH',
    ]);
  });

  it('proposes the fix in Chinese and never repeats a password', () => {
    expect(() => readConfig({ DATABASE_URL: 'mysql://root:hunter2@db/x' })).toThrow(
      /DATABASE_URL：须为 postgres:/,
    );
    expect(() => readConfig({ DATABASE_URL: 'mysql://root:hunter2@db/x' })).not.toThrow(/hunter2/);
  });

  it.each(['http://sso.example', 'https://sso.example?x=1', 'sso'])('refuses the issuer %s', (issuer) => {
    expect(faultsOf({ OIDC_ISSUER: issuer })).toEqual(['OIDC_ISSUER']);
  });

  it('takes an issuer over https, or over http on this machine, without the terminating slash', () => {
    expect(readConfig({ OIDC_ISSUER: 'https://sso.example/realms/court/' }).oidcIssuer).toBe(
      'https://sso.example/realms/court',
    );
    expect(readConfig({ OIDC_ISSUER: 'http://127.0.0.1:8080' }).oidcIssuer).toBe('http://127.0.0.1:8080');
  });

  it('limits requests generously, and believes no proxy and promises no TLS, unless told to', () => {
    expect(readConfig({})).toMatchObject({
      trustedProxies: [],
      hstsSeconds: 0,
      requestsPerPerson: 2_000,
      requestsPerAddress: 20_000,
    });
    expect(readConfig({ RATE_LIMIT_PERSON: '0', HSTS_SECONDS: '31536000' })).toMatchObject({
      hstsSeconds: 31_536_000,
      requestsPerPerson: 0,
    });
  });

  it('takes addresses and networks of proxies', () => {
    expect(readConfig({ TRUSTED_PROXIES: '10.0.0.5, 10.1.0.0/16,fd00::/8' }).trustedProxies).toEqual([
      '10.0.0.5',
      '10.1.0.0/16',
      'fd00::/8',
    ]);
  });

  it.each([
    ['TRUSTED_PROXIES', 'proxy.example'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['TRUSTED_PROXIES', '10.0.0.0/8/8'],
    ['TRUSTED_PROXIES', '*'],
    ['HSTS_SECONDS', '-1'],
    ['RATE_LIMIT_PERSON', '1e3'],
    ['RATE_LIMIT_ADDRESS', '1000001'],
  ])('refuses %s=%s', (variable, value) => {
    expect(faultsOf({ [variable]: value })).toEqual([variable]);
  });

  it('needs the address of EventStoreDB where the logs lie there', () => {
    expect(faultsOf({ EVENT_STORE: 'eventstoredb' })).toEqual(['EVENTSTOREDB_URL']);
    expect(faultsOf({ EVENT_STORE: 'eventstoredb', EVENTSTOREDB_URL: ' ' })).toEqual(['EVENTSTOREDB_URL']);
    const url = 'esdb://liuhen:hunter2@a.example:2113,b.example:2113?nodePreference=leader';
    expect(readConfig({ EVENT_STORE: 'eventstoredb', EVENTSTOREDB_URL: url })).toMatchObject({
      eventStore: 'eventstoredb',
      eventStoreDbUrl: url,
    });
  });

  it.each([
    ['another kind of address', 'http://root:hunter2@127.0.0.1:2113'],
    ['no host', 'esdb://root:hunter2@'],
    ['an encrypted server and nobody to ask it', 'esdb://hunter2.example:2113'],
  ])('refuses for EventStoreDB %s, and does not repeat it', (_what, url) => {
    const environment = { EVENTSTOREDB_URL: url };
    expect(faultsOf(environment)).toEqual(['EVENTSTOREDB_URL']);
    expect(() => readConfig(environment)).not.toThrow(/hunter2/);
  });

  it.each(['esdb://127.0.0.1:2113?tls=false', 'esdb+discover://liuhen:secret@cluster.example:2113'])(
    'takes for EventStoreDB the address %s',
    (url) => {
      expect(readConfig({ EVENTSTOREDB_URL: url }).eventStoreDbUrl).toBe(url);
    },
  );
});
