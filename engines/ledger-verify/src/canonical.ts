// RFC 8785 for what an entry can hold: objects, lists, strings, whole numbers, null.

/** The one text of a value; null where it holds something that no entry may hold. */
export function canonicalText(value: unknown): string | null {
  if (value === null) return 'null'
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') return Number.isSafeInteger(value) && !Object.is(value, -0) ? String(value) : null
  if (Array.isArray(value)) return wrapped('[', ']', value.map(canonicalText))
  if (typeof value !== 'object') return null
  const members = Object.keys(value)
    .sort()
    .map((name) => {
      const text = canonicalText((value as Record<string, unknown>)[name])
      return text === null ? null : `${JSON.stringify(name)}:${text}`
    })
  return wrapped('{', '}', members)
}

function wrapped(open: string, close: string, parts: readonly (string | null)[]): string | null {
  return parts.includes(null) ? null : `${open}${parts.join(',')}${close}`
}
