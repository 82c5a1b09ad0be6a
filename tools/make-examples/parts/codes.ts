/** A place code and everything it lies in, province first. */
export function levelCodes(code: string): string[] {
  return [2, 4, 6, 9, 12].filter((digits) => digits <= code.length).map((digits) => code.slice(0, digits))
}
