/** A schema as it is published: draft 7, because that is where `items` as a list means a tuple. */
export function publishedText(schema: object): string {
  return `${JSON.stringify({ $schema: 'http://json-schema.org/draft-07/schema#', ...schema }, null, 2)}\n`
}
