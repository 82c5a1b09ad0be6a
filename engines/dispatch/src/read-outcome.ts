// What a reader answers: the value, or everything that is wrong with it. Bad input is an answer, never an exception.

/** One thing wrong in a file: where (a JSON path such as `$.people[3].home`), and what, in both languages. */
export interface ReadIssue {
  readonly path: string
  readonly zh: string
  readonly en: string
}

export type ReadOutcome<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'refused'; readonly issues: readonly ReadIssue[] }

/** A path is grown from the root while walking; the text form is only made when something is wrong. */
export type PathStep = string | number

const PLAIN_NAME = /^[A-Za-z_$][\w$]*$/

export function pathText(steps: readonly PathStep[]): string {
  let text = '$'
  for (const step of steps) {
    if (typeof step === 'number') text += `[${step}]`
    else text += PLAIN_NAME.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`
  }
  return text
}

export function refused<T>(issues: readonly ReadIssue[]): ReadOutcome<T> {
  return { kind: 'refused', issues }
}
