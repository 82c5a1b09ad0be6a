// What a file of XML can hold. A text with one forbidden character in it would make a whole Word or Excel file unreadable.

/** The text without characters that XML forbids; each leaves a mark, so that nothing vanishes unseen. */
export function printable(text: string): string {
  return text.toWellFormed().replaceAll(/[\p{Cc}\ufffe\uffff]/gu, (one) => ('\t\n\r'.includes(one) ? one : '\ufffd'))
}

/** The same for every text within a value. */
export function printableWithin(value: unknown): unknown {
  if (typeof value === 'string') return printable(value)
  if (Array.isArray(value)) return value.map(printableWithin)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, printableWithin(inner)]))
}
