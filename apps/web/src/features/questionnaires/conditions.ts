import type { QuestionnaireForm } from '@shengmian/contract'
import type { Text } from '../../lib/language.tsx'
import { placesOf, type Path } from './edit-form.ts'

interface ReadyCondition {
  /** As XLSForm writes it. */
  readonly value: string
  readonly words: Text
}

/** Conditions ready to pick for the item at this place: each choice of each earlier question. */
export function conditionsBefore(form: QuestionnaireForm, [at, inner]: Path): readonly ReadyCondition[] {
  const before = placesOf(form).filter(
    ({ path: [one, two] }) => one < at || (one === at && inner !== undefined && two !== undefined && two < inner),
  )
  return before.flatMap(({ item }) =>
    'choices' in item
      ? item.choices.map(({ name, label }) => ({
          value: item.kind === 'one' ? `\${${item.name}} = '${name}'` : `selected(\${${item.name}}, '${name}')`,
          words: { zh: `“${item.label}”答“${label}”`, en: `“${item.label}” is “${label}”` },
        }))
      : [],
  )
}
