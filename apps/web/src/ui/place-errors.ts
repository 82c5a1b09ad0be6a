import type { FormInstance } from 'antd'
import { RefusedError } from '../lib/api.ts'
import type { Language } from '../lib/language.tsx'

type Name = readonly (string | number)[]

/** Puts each refusal at the field that it is about; answers what is of no field, `null` where nothing is left to say. */
export function placeErrors<Filled>(form: FormInstance<Filled>, error: unknown, language: Language): unknown {
  if (!(error instanceof RefusedError)) return error
  const items = error.refusal.errors ?? []
  const fields: readonly Name[] = form.getFieldsError().map(({ name }) => name)
  const rest = items.filter(({ at }) => fieldAt(fields, at) === null)
  const met = fields.filter((field) => items.some(({ at }) => fieldAt(fields, at) === field))
  form.setFields(
    met.map((field) => ({
      name: field as never,
      errors: items.filter(({ at }) => fieldAt(fields, at) === field).map((item) => item[language]),
    })),
  )
  const [first] = met
  if (first === undefined) return error
  form.scrollToField([...first] as never, { focus: true })
  return rest.length === 0 && error.refusal.detail === undefined ? null : new RefusedError({ ...error.refusal, errors: rest })
}

/** The field of a place such as `body/postings/0/region`: the narrowest that holds it. */
export function fieldAt(fields: readonly Name[], at: string): Name | null {
  const steps = at.replace(/^body\//, '').split('/')
  const holding = fields.filter((field) => field.length > 0 && field.every((step, k) => String(step) === steps[k]))
  return holding.toSorted((one, other) => other.length - one.length)[0] ?? null
}
