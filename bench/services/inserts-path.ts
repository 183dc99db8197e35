/** Of the plain route, for those who ask it without loading what answers. */
export const INSERTS_PATH = '/bench/inserts';
