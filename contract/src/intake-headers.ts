// Apart from the schemas, since the villager's page needs these names and has no room for those.

/** Headers of the public requests, lower case. */
export const INTAKE_HEADERS = {
  /** `POST reports`, and the first `PUT` of a part: the challenge's text, a semicolon, the solution in hexadecimal. */
  work: 'x-work',
  /** `POST reports`: 128 random bits in hexadecimal; the same key with the same envelope gives the same acknowledgement for ever. */
  key: 'idempotency-key',
  /** `POST reports`: the mailbox of the reporter. */
  mailbox: 'x-mailbox',
  /** `POST reports`: ids of the attachments, joined with commas; all must have arrived whole. */
  attachments: 'x-attachments',
  /** `PUT parts`: where these bytes begin. */
  offset: 'x-offset',
  /** `PUT parts`: bytes of the whole sealed attachment. */
  length: 'x-length',
} as const
