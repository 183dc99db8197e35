import type { HashAlgorithm, LogIdentity, LogName } from '@liuhen/kernel';

/** What a deployment's logs have in common. */
export interface Deployment {
  /** Name under which the deployment is known to others, such as `court.example`. */
  readonly origin: string;
  readonly hash: HashAlgorithm;
}

export const logIdentity = ({ origin, hash }: Deployment, name: LogName): LogIdentity => ({
  name,
  origin: `${origin}/${name}`,
  hash,
});

/** Cases alone hold what can be redacted: 三个规定 records, who looked, and what the administration did stay as they are. */
export const takesRedactions = ({ name }: LogIdentity): boolean => name === 'business';
