import { statSync } from 'node:fs'

const READ_BY_OTHERS = 0o007

/** Whether every user of this machine may read a file. Its group may: systemd, Docker and certificates use one. Windows has no such bits. */
export function isReadByOthers(file: string): boolean {
  return process.platform !== 'win32' && (statSync(file).mode & READ_BY_OTHERS) !== 0
}
