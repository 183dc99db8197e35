import { signingKeys } from '@liuhen/access';
import { SignJWT, type JWTPayload } from 'jose';
import type { RunningApi } from '../../api/support/running-api';

/** The header of a token of this installation, of which `acr` and `auth_time` are as told. */
export async function signedIn(
  { config }: RunningApi,
  issuer: string,
  claims: JWTPayload,
): Promise<{ readonly authorization: string }> {
  const [key] = await signingKeys(config.dataDir);
  const { id, privateKey } = key ?? fail();
  const token = await new SignJWT(claims)
    .setProtectedHeader({ alg: 'ES256', kid: id, typ: 'at+jwt' })
    .setIssuer(issuer)
    .setAudience(config.oidcAudience)
    .setIssuedAt()
    .setExpirationTime('1m')
    .sign(privateKey);
  return { authorization: `Bearer ${token}` };
}
