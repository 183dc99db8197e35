/** Of the plain route, for those who ask it without loading what answers. */
export const SELECT_PATH = '/bench/select';
