/** Tells the workers where the server is: an owner's URL, and a superuser's. */
export const OWNER_URL = 'LIUHEN_TEST_OWNER_URL';
export const OPERATOR_URL = 'LIUHEN_TEST_OPERATOR_URL';

/** The migrated database that tests get copies of. */
export const TEMPLATE = 'liuhen_template';

/** Whose logs the migrated databases hold. */
export const TEST_DEPLOYMENT = { origin: 'test.invalid', hash: 'sha256' } as const;
