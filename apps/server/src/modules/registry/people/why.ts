/** Why a person is in an answer: one entry for each thing that was asked. */
export interface Why {
  readonly asked: string
  readonly result: 'pass' | 'unknown'
  readonly zh: string
  readonly en: string
}
