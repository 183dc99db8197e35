import { SetMetadata } from '@nestjs/common';

export const STEP_UP = 'liuhen:step-up';

/** A route for sign-ins by two factors not older than ten minutes; others are told to sign in anew. */
export const StepUp = () => SetMetadata(STEP_UP, true);
