import { signerOfKey } from '../suites/node/private-key';
import type { Scheme, Signer } from '../suites/suite';

/** Of the log, then of the cosigners. They open nothing but tests. */
const PRIVATE_KEYS: Readonly<Record<Scheme, readonly [log: string, ...cosigners: string[]]>> = {
  ed25519: [
    'PRIVATE+KEY+liuhen+ed25519+4f37ffb3+99VrQzPbAv8lhCxcbqzZvUJ1UDD/kWAEdU9oDNBn+DI=',
    'PRIVATE+KEY+liuhen+ed25519+d4a2edd5+dwokbJna2YTaREbnKHhTURJfGsMtGaxdE71cPprQfv4=',
    'PRIVATE+KEY+liuhen+ed25519+298f0194+hFeZKKol/kfpsjWZbkG5iFYMQG+fjxLQy4h3rXktxZM=',
    'PRIVATE+KEY+liuhen+ed25519+2824cc46+93L61Cj5nGhMH/VuhqAvUnLqxHeiaE4ghIvTKlxMXSc=',
  ],
  sm2: [
    'PRIVATE+KEY+liuhen+sm2+20f35582+5P+NdV/SjlfoVBHrQIsS4G9flv2+vy6+ExlpgRuP3IU=',
    'PRIVATE+KEY+liuhen+sm2+5ba76562+w0SLYkW457j/UQbq7sJql7hJU5NS5jH9G6RiLcC25YM=',
    'PRIVATE+KEY+liuhen+sm2+c34965ae+KFoT292RxNQjqK+3/SbugxDfKov3ZhwAMN8NlKX4Q+Y=',
    'PRIVATE+KEY+liuhen+sm2+7d7a4f1d+HsO+XGN3ygECdBzDWHtmPiiaXzpg2PICskim1PcxteM=',
  ],
};

/** Three cosigners at most. */
export function labSigners(scheme: Scheme): { readonly log: Signer; readonly cosigners: readonly Signer[] } {
  const [log, ...cosigners] = PRIVATE_KEYS[scheme];
  return { log: signerOfKey(log), cosigners: cosigners.map(signerOfKey) };
}
