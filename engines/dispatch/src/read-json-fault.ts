// Where a text stops being JSON. Engines report this differently or not at all, and an office must be shown the place.

const SPACE = /[ \t\n\r]*/y
const SCALAR =
  /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y
const NAME = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y

type Next = 'value' | 'value or ]' | 'name' | 'name or }' | ':' | 'more'

/** The position of the first token that cannot stand where it stands; the length of the text where it ends too early or has no fault. */
export function jsonFaultAt(source: string): number {
  const open: ('{' | '[')[] = []
  let next: Next = 'value'
  let at = skip(SPACE, source, 0) ?? 0
  while (at < source.length) {
    const char = source[at]
    let end: number | null = null
    if (next === 'more') {
      const top = open.at(-1)
      if (top !== undefined && char === ',') next = top === '{' ? 'name' : 'value'
      else if (top !== undefined && char === (top === '{' ? '}' : ']')) open.pop()
      else return at
      end = at + 1
    } else if (next === ':') {
      if (char !== ':') return at
      next = 'value'
      end = at + 1
    } else if ((next === 'name or }' && char === '}') || (next === 'value or ]' && char === ']')) {
      open.pop()
      next = 'more'
      end = at + 1
    } else if (next === 'name' || next === 'name or }') {
      end = skip(NAME, source, at)
      next = ':'
    } else if (char === '{' || char === '[') {
      open.push(char)
      next = char === '{' ? 'name or }' : 'value or ]'
      end = at + 1
    } else {
      end = skip(SCALAR, source, at)
      next = 'more'
    }
    if (end === null) return at
    at = skip(SPACE, source, end) ?? end
  }
  return source.length
}

/** The end of what the pattern matches at a position, or null. */
function skip(pattern: RegExp, source: string, at: number): number | null {
  pattern.lastIndex = at
  return pattern.test(source) ? pattern.lastIndex : null
}
