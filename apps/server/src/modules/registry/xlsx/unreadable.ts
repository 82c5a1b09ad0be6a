import { Problem } from '@shengmian/contract'

/** The one problem of a file that cannot be read, with what a person can do about it. */
export function unreadable(zh: string, en: string): Problem {
  return new Problem('file-unreadable', { zh, en })
}
