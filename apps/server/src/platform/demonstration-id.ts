import { createHash } from 'node:crypto'

/**
 * The id of a row of the demonstration world: the same ref always gives the same id (UUIDv8 of its SHA-256), so loading again changes
 * nothing. A village's 12-digit code is the id of its unit.
 */
export function demonstrationId(ref: string): string {
  if (/^\d{12}$/.test(ref)) return `00000000-0000-8000-8000-${ref}`
  const hex = createHash('sha256').update(`shengmian demonstration ${ref}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
