/** One request of the walk. */
export interface Act {
  readonly id: string
  readonly params?: Readonly<Record<string, string | number>>
  readonly body?: object
  readonly file?: Buffer
}
