// What the database refuses, said at the field that it is about.
import { Problem, type ProblemCode } from '@shengmian/contract'

type Refusal = readonly [code: ProblemCode, field: string, zh: string, en: string]

/** Does it; a refusal by one of these constraints or SQLSTATEs becomes a problem with the place of the field. */
export async function atItsField(work: Promise<void>, refusals: Readonly<Record<string, Refusal>>): Promise<void> {
  try {
    await work
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error
    const constraint = 'constraint' in error ? String(error.constraint) : ''
    const refusal = refusals[constraint] ?? refusals[String(error.code)]
    if (refusal === undefined) throw error
    const [code, field, zh, en] = refusal
    const problem = new Problem(code, { errors: [{ at: `body/${field}`, zh, en }] })
    // Whoever writes the denial down names the table that refused.
    problem.cause = error
    throw problem
  }
}
