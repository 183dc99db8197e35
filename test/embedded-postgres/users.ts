export interface User {
  readonly name: string;
  readonly ids: { readonly uid?: number; readonly gid?: number };
}

const isRoot = process.getuid?.() === 0;

export const SELF: User = { name: isRoot ? 'root' : '普通用户', ids: {} };
/** Root can be a normal user too. */
export const NORMAL_USER: User = isRoot ? { name: '普通用户', ids: { uid: 65534, gid: 65534 } } : SELF;
/** Everybody whom these tests can be. */
export const USERS: readonly User[] = isRoot ? [SELF, NORMAL_USER] : [SELF];
export const ROOT_ONLY = isRoot ? describe : describe.skip;
