// A tie says relation and unit; an identity number says more than the register may know of a relative.
import type { ProblemItem } from '@shengmian/contract'

/** 17 digits and a check character, or the old 15 digits, also grouped as on the card; place codes have at most 12. */
const identityNumber = /(?<!\d)(?:\d{6}[ -]?\d{8}[ -]?\d{3}[\dXx]|\d{6}[ -]?\d{6}[ -]?\d{3})(?!\d)/

export const relationOnly = {
  zh: '只记关系类型与单位，不写证件号',
  en: 'relation and unit only, never an identity number',
} as const

/** Full-width digits count too. */
export function holdsIdentityNumber(text: string | null): boolean {
  return text !== null && identityNumber.test(text.normalize('NFKC'))
}

/** The text as a list of errors may keep it. */
export function withoutIdentityNumbers(text: string): string {
  return text.replaceAll(new RegExp(identityNumber, 'g'), '〔证件号略〕')
}

/** A fault for each text that holds an identity number, at its place in the request. */
export function identityFaults(texts: Readonly<Record<string, string | null>>): readonly ProblemItem[] {
  return Object.entries(texts).flatMap(([at, text]) => (holdsIdentityNumber(text) ? [{ at, ...relationOnly }] : []))
}
