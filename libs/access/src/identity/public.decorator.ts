import { SetMetadata } from '@nestjs/common';

export const PUBLIC = 'liuhen:public';

/** The only way to a route without identity: health, documentation, the local issuer's keys. */
export const Public = () => SetMetadata(PUBLIC, true);
