/** A text as a literal of SQL: names of files come from outside. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
