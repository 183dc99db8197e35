import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';

/** PostgreSQL refuses to run as root. undefined: it runs as whoever we are. */
export type ServerUser = { readonly uid: number; readonly gid: number } | undefined;

export const runsAsRoot = (): boolean => process.getuid?.() === 0;

const NOBODY = { uid: 65534, gid: 65534 };

/** A cluster that a normal user made stays that user's, though root starts it once. */
export function serverUserFor(clusterDirectory: string): ServerUser {
  if (!runsAsRoot()) return undefined;
  const owner = statSync(clusterDirectory, { throwIfNoEntry: false });
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : NOBODY;
}

/** Asked by really entering as that user: modes, access lists and mounts are then all taken into account. */
export function canEnter(user: ServerUser, directory: string): boolean {
  if (user)
    return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', directory], { ...user, cwd: '/' }).status === 0;
  try {
    accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
