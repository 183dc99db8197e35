import { SetMetadata } from '@nestjs/common';

export const STEP_UP = 'liuhen:step-up';
export const UNSIGNED = 'liuhen:unsigned';

/** A route for sign-ins by two factors not older than ten minutes; others are told to sign in anew. */
export const StepUp = () => SetMetadata(STEP_UP, true);

/** A route that no rule can make ask for a signature: by it people come to have keys. */
export const MayBeUnsigned = () => SetMetadata(UNSIGNED, true);
