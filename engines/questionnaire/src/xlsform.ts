// Forms as XLSForm workbooks: sheets survey, choices and settings as texts in, texts out. What is not supported is named with its cell,
// and then nothing is taken: a form read by halves would ask something else than its author meant. Source: xlsform.org.
import { checkForm } from './check-form.ts'
import type { Choice, Fault, Form, Group, Item, Line, ShareAsked } from './form.ts'
import { columnLetter, readSheet, type CellFault, type ReadRow, type SheetText } from './sheet-text.ts'

export type XlsformRead =
  | { readonly ok: true; readonly form: Form }
  | { readonly ok: false; readonly faults: readonly CellFault[] }

const SURVEY = ['type', 'name', 'label', 'indicator', 'required', 'relevant', 'constraint', 'constraint_message'] as const
const CHOICES = ['list_name', 'name', 'label'] as const
const SHARES = ['awareness_question', 'awareness_choices', 'satisfaction_question', 'satisfaction_choices'] as const
const SETTINGS = ['form_title', 'form_id', 'version', 'default_language', ...SHARES] as const
const YES = ['yes', 'true', 'true()', '1']
const NO = ['', 'no', 'false', 'false()', '0']

/** The three sheets of a form. `readXlsform` of them gives the same form. */
export function writeXlsform(form: Form): readonly SheetText[] {
  const survey: string[][] = [[...SURVEY]]
  const choices: string[][] = [[...CHOICES]]
  const line = (one: Line) => {
    if (one.kind === 'note') return survey.push(['note', one.name, one.label, '', '', one.relevant, '', ''])
    const type = 'choices' in one ? `${one.kind === 'one' ? 'select_one' : 'select_multiple'} ${one.name}` : one.kind
    if ('choices' in one) for (const { name, label } of one.choices) choices.push([one.name, name, label])
    const limits = 'choices' in one ? ['', ''] : [one.constraint, one.constraintMessage]
    return survey.push([type, one.name, one.label, one.indicator, one.isRequired ? 'yes' : '', one.relevant, ...limits])
  }
  for (const item of form.items) {
    if (item.kind !== 'group') line(item)
    else {
      survey.push(['begin group', item.name, item.label, '', '', item.relevant, '', ''])
      item.items.forEach(line)
      survey.push(['end group', '', '', '', '', '', '', ''])
    }
  }
  const shares = [form.awareness, form.satisfaction].flatMap((share) => [share?.question ?? '', share?.choices.join(' ') ?? ''])
  return [
    { name: 'survey', rows: survey },
    { name: 'choices', rows: choices },
    {
      name: 'settings',
      rows: [
        ['form_title', ...SHARES],
        [form.title, ...shares],
      ],
    },
  ]
}

/** Reads a form of the supported part, or names every cell that keeps it from being read. */
export function readXlsform(sheets: readonly SheetText[]): XlsformRead {
  const faults: CellFault[] = []
  const sheet = (name: string, columns: readonly string[], isNeeded: boolean) => {
    const found = sheets.find((one) => one.name.trim().toLowerCase() === name)
    if (found === undefined && isNeeded)
      faults.push({ sheet: name, row: 1, column: 'A', zh: `缺少工作表“${name}”`, en: `sheet "${name}" is missing` })
    return readSheet(found ?? { name, rows: [[...columns]] }, columns, faults)
  }
  const survey = sheet('survey', SURVEY, true)
  const choices = sheet('choices', CHOICES, false)
  const [settings] = sheet('settings', SETTINGS, false)
  for (const { name } of sheets)
    if (!['survey', 'choices', 'settings'].includes(name.trim().toLowerCase()))
      faults.push({ sheet: name, row: 1, column: 'A', zh: `不支持工作表“${name}”`, en: `sheet "${name}" is not supported` })
  const lists = listsOf(choices)
  const { items, rows } = readItems(survey, lists, faults)
  const title = settings?.text('form_title') ?? ''
  if (title === '')
    faults.push({ sheet: 'settings', row: 2, column: 'A', zh: '没有问卷标题 form_title', en: 'form_title is missing' })
  const share = (key: 'awareness' | 'satisfaction'): ShareAsked | null => {
    const question = settings?.text(`${key}_question`) ?? ''
    const named = settings?.text(`${key}_choices`) ?? ''
    return question === '' ? null : { question, choices: named.split(/\s+/).filter((one) => one !== '') }
  }
  const form = { title, items, awareness: share('awareness'), satisfaction: share('satisfaction') }
  // Conditions are judged once the rows can be read: otherwise each missing row would be reported again by whoever asks about it.
  if (faults.length === 0) faults.push(...checkForm(form).map((fault) => atCell(fault, rows)))
  return faults.length === 0 ? { ok: true, form } : { ok: false, faults }
}

function listsOf(choices: readonly ReadRow[]): ReadonlyMap<string, readonly Choice[]> {
  const lists = new Map<string, Choice[]>()
  for (const row of choices) {
    const list = lists.get(row.text('list_name')) ?? []
    list.push({ name: row.text('name'), label: row.text('label') })
    lists.set(row.text('list_name'), list)
  }
  return lists
}

function readItems(
  survey: readonly ReadRow[],
  lists: ReadonlyMap<string, readonly Choice[]>,
  faults: CellFault[],
): { readonly items: readonly Item[]; readonly rows: ReadonlyMap<string, ReadRow> } {
  const items: Item[] = []
  const rows = new Map<string, ReadRow>()
  let open: { readonly group: Group; readonly lines: Line[]; readonly row: ReadRow } | null = null
  for (const row of survey) {
    const type = row.text('type').replace(/\s+/g, ' ').replace('begin_group', 'begin group').replace('end_group', 'end group')
    rows.set(row.text('name'), row)
    if (type === 'begin group') {
      if (open !== null) faults.push(row.fault('type', '不支持组中有组', 'a group within a group is not supported'))
      refuseFilled(row, ['indicator', 'required', 'constraint', 'constraint_message'], faults)
      const lines: Line[] = []
      const group: Group = { kind: 'group', ...named(row), items: lines }
      open = { group, lines, row }
      items.push(group)
    } else if (type === 'end group') {
      if (open === null) faults.push(row.fault('type', '多出 end group', 'end group without begin group'))
      open = null
    } else {
      const line = readLine(row, type, lists, faults)
      if (line !== null) (open?.lines ?? items).push(line)
    }
  }
  if (open !== null) faults.push(open.row.fault('type', '这一组没有 end group', 'the group has no end group'))
  return { items, rows }
}

const named = (row: ReadRow) => ({ name: row.text('name'), label: row.text('label'), relevant: row.text('relevant') })

function readLine(row: ReadRow, type: string, lists: ReadonlyMap<string, readonly Choice[]>, faults: CellFault[]): Line | null {
  const required = row.text('required').toLowerCase()
  if (!YES.includes(required) && !NO.includes(required))
    faults.push(row.fault('required', `required 只能是 yes 或空，不支持“${required}”`, `required "${required}" is not supported`))
  if (type === 'note') {
    refuseFilled(row, ['indicator', 'required', 'constraint', 'constraint_message'], faults)
    return { kind: 'note', ...named(row) }
  }
  const asked = { ...named(row), indicator: row.text('indicator'), isRequired: YES.includes(required) }
  if (type === 'integer' || type === 'decimal' || type === 'text')
    return { kind: type, ...asked, constraint: row.text('constraint'), constraintMessage: row.text('constraint_message') }
  const [select, list = '', ...more] = type.split(' ')
  if ((select === 'select_one' || select === 'select_multiple') && more.length === 0) {
    refuseFilled(row, ['constraint', 'constraint_message'], faults)
    const choices = lists.get(list)
    if (choices !== undefined) return { kind: select === 'select_one' ? 'one' : 'many', ...asked, choices }
    faults.push(row.fault('type', `choices 表里没有“${list}”`, `there is no list "${list}" in choices`))
    return null
  }
  faults.push(row.fault('type', `不支持题型“${type}”`, `type "${type}" is not supported`))
  return null
}

function refuseFilled(row: ReadRow, columns: readonly string[], faults: CellFault[]): void {
  const type = row.text('type')
  for (const column of columns)
    if (row.text(column) !== '')
      faults.push(row.fault(column, `“${type}”不支持 ${column}`, `${column} of "${type}" is not supported`))
}

function atCell({ at, part, zh, en }: Fault, rows: ReadonlyMap<string, ReadRow>): CellFault {
  const row = rows.get(at)
  if (row === undefined || part === 'form') return { sheet: 'settings', row: 2, column: columnLetter(1), zh, en }
  return row.fault(part === 'choices' ? 'type' : part, zh, en)
}
