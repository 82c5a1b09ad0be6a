// Changes to a form as the builder makes them: each gives a new form, so that undoing is going back to the one before.
import type { QuestionnaireForm } from '@shengmian/contract'

export type FormItem = QuestionnaireForm['items'][number]
type FormLine = Exclude<FormItem, { kind: 'group' }>
export type LineKind = FormLine['kind'] | 'group'

/** Where an item stands: in the form, or in a group of it. */
export type Path = readonly [number] | readonly [number, number]

const itemAt = (form: QuestionnaireForm, [at, inner]: Path): FormItem | undefined => {
  const item = form.items[at]
  return inner === undefined ? item : item?.kind === 'group' ? item.items[inner] : undefined
}

/** Every item with its place, groups before what is in them. */
export function placesOf(form: QuestionnaireForm): { readonly path: Path; readonly item: FormItem }[] {
  return form.items.flatMap((item, at) => [
    { path: [at] as const, item },
    ...(item.kind === 'group' ? item.items.map((line, inner) => ({ path: [at, inner] as const, item: line })) : []),
  ])
}

/** `q1`, `q2` …: the first that no item has. */
export function freeName(form: QuestionnaireForm, stem = 'q'): string {
  const taken = new Set(placesOf(form).map(({ item }) => item.name))
  for (let number = 1; ; number += 1) if (!taken.has(`${stem}${number}`)) return `${stem}${number}`
}

export function newItem(form: QuestionnaireForm, kind: LineKind): FormItem {
  const name = freeName(form, kind === 'group' ? 'g' : 'q')
  if (kind === 'group') return { kind, name, label: '', relevant: '', items: [] }
  if (kind === 'note') return { kind, name, label: '', relevant: '' }
  const asked = { name, label: '', indicator: '', isRequired: true, relevant: '' }
  if (kind === 'one' || kind === 'many')
    return { kind, ...asked, choices: ['c1', 'c2'].map((choice) => ({ name: choice, label: '' })) }
  return { kind, ...asked, constraint: '', constraintMessage: '' }
}

const withItems = (form: QuestionnaireForm, items: FormItem[]): QuestionnaireForm => ({ ...form, items })

/** Puts `made` in the place of what stands there. */
export function replaceAt(form: QuestionnaireForm, [at, inner]: Path, made: readonly FormItem[]): QuestionnaireForm {
  if (inner === undefined) return withItems(form, form.items.toSpliced(at, 1, ...made))
  const group = form.items[at]
  if (group?.kind !== 'group') return form
  const lines = made.filter((item): item is FormLine => item.kind !== 'group')
  return withItems(form, form.items.with(at, { ...group, items: group.items.toSpliced(inner, 1, ...lines) }))
}

/** A copy after the original, under a name of its own; a group is copied with new names throughout. */
export function duplicateAt(form: QuestionnaireForm, path: Path): QuestionnaireForm {
  const item = itemAt(form, path)
  if (item === undefined) return form
  if (item.kind !== 'group') return replaceAt(form, path, [item, { ...item, name: freeName(form) }])
  const group: FormItem = { ...item, name: freeName(form, 'g'), items: [] }
  const lines = item.items.reduce<FormLine[]>((made, line) => {
    const known = withItems(form, [...form.items, ...made])
    return [...made, { ...line, name: freeName(known) }]
  }, [])
  return replaceAt(form, path, [item, { ...group, items: lines }])
}

/** One place up (−1) or down (1). A line that meets a group goes into it, one that meets its group's edge comes out; answers where it went. */
export function moveAt(form: QuestionnaireForm, path: Path, way: -1 | 1): { form: QuestionnaireForm; path: Path } {
  const [at, inner] = path
  const item = itemAt(form, path)
  const group = form.items[at]
  const stay = { form, path }
  if (item === undefined || group === undefined) return stay
  if (inner !== undefined && group.kind === 'group') {
    const to = inner + way
    if (to >= 0 && to < group.items.length) {
      const lines = group.items.toSpliced(inner, 1).toSpliced(to, 0, item as FormLine)
      return { form: withItems(form, form.items.with(at, { ...group, items: lines })), path: [at, to] }
    }
    const out = way === -1 ? at : at + 1
    return { form: withItems(replaceAt(form, path, []), replaceAt(form, path, []).items.toSpliced(out, 0, item)), path: [out] }
  }
  const to = at + way
  const neighbour = form.items[to]
  if (neighbour === undefined) return stay
  if (neighbour.kind === 'group' && item.kind !== 'group') {
    const place = way === -1 ? neighbour.items.length : 0
    const joined = { ...neighbour, items: neighbour.items.toSpliced(place, 0, item) }
    const rest = form.items.with(to, joined).toSpliced(at, 1)
    return { form: withItems(form, rest), path: [way === -1 ? to : to - 1, place] }
  }
  return { form: withItems(form, form.items.toSpliced(at, 1).toSpliced(to, 0, item)), path: [to] }
}
