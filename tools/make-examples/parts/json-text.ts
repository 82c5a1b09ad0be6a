/** JSON with one array element a line: small, and a change of one row is a change of one line. */
export function jsonText(value: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}: ${partText(part)}`)
  return `{\n${parts.join(',\n')}\n}\n`
}

function partText(part: unknown): string {
  if (!Array.isArray(part) || part.length === 0 || typeof part[0] === 'string') return JSON.stringify(part)
  return `[\n${part.map((row) => JSON.stringify(row)).join(',\n')}\n]`
}
