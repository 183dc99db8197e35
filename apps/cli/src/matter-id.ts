const MATTER_ID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** A UUID names a matter; everything else is a case number. */
export const isMatterId = (text: string): boolean => MATTER_ID.test(text);
