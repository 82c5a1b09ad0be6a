import { Type, type Static } from 'typebox'
import { defineEndpoint } from './endpoint.ts'
import { Id, Instant, orUnknown, pageOf, PageQuery, PlaceCode } from './forms.ts'
import { closed, Sentence } from './round-forms.ts'

/** 单位与村情档案、班子成员、人才库、关系申报、信访量. */
export const SheetNoun = Type.Enum(['units', 'officials', 'people', 'ties', 'petitions'], { title: 'SheetNoun' })
export type SheetNoun = Static<typeof SheetNoun>

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const SheetError = closed(
  {
    sheet: Type.String(),
    row: Type.Integer(),
    column: Type.String(),
    header: orUnknown(Type.String()),
    value: Type.String(),
    ...Sentence.properties,
  },
  'SheetError',
)
const SheetImport = closed(
  {
    id: Id,
    authority: PlaceCode,
    noun: SheetNoun,
    filename: Type.String(),
    /** `checked` = nothing is imported yet; `refused` = it has errors; `done` = imported as a whole. */
    state: Type.Enum(['checked', 'refused', 'done']),
    rows: Type.Integer(),
    added: Type.Integer(),
    changed: Type.Integer(),
    same: Type.Integer(),
    errors: Type.Integer(),
    /** The first errors; `listSheetErrors` has all. */
    firstErrors: Type.Array(SheetError),
    /** Columns that nothing was read from. */
    ignored: Type.Array(Type.String()),
    at: Instant,
  },
  'SheetImport',
)
export type SheetError = Static<typeof SheetError>
export type SheetImport = Static<typeof SheetImport>

const params = { authority: PlaceCode, import: Id }

export const getSheetTemplate = defineEndpoint({
  method: 'GET',
  path: '/sheets/:noun/template',
  id: 'getSheetTemplate',
  zh: '下载导入模板',
  tag: 'sheets',
  summary: 'The Excel template: headers with notes, choices to pick from, a filled example and a page that explains each column.',
  params: { noun: SheetNoun },
  reply: { file: workbook },
})

export const exportSheet = defineEndpoint({
  method: 'GET',
  path: '/sheets/:noun/export',
  id: 'exportSheet',
  zh: '导出资料表格',
  tag: 'sheets',
  summary:
    'What is known, as the same Excel sheet that can be imported: units and officials inside a place, people and ties of an authority.',
  params: { noun: SheetNoun },
  query: { within: PlaceCode },
  logged: 'export',
  reply: { file: workbook },
})

export const checkSheet = defineEndpoint({
  method: 'POST',
  path: '/sheets/:noun/imports/:authority/:import',
  id: 'checkSheet',
  zh: '检查导入表格',
  tag: 'sheets',
  summary: 'Reads a file without importing it: what it would add, change and leave, and every error by sheet, row and column.',
  params: { noun: SheetNoun, ...params },
  upload: { maxBytes: 64 * 1024 * 1024 },
  reply: SheetImport,
  status: 201,
})

export const getSheetImport = defineEndpoint({
  method: 'GET',
  path: '/imports/:authority/:import',
  id: 'getSheetImport',
  zh: '查看导入',
  tag: 'sheets',
  summary: 'How a checked or imported file stands.',
  params,
  reply: SheetImport,
})

export const listSheetErrors = defineEndpoint({
  method: 'GET',
  path: '/imports/:authority/:import/errors',
  id: 'listSheetErrors',
  zh: '查看导入错误',
  tag: 'sheets',
  summary: 'Every error of a checked file, in the order of the file.',
  params,
  query: PageQuery,
  reply: pageOf(SheetError),
})

export const getMarkedFile = defineEndpoint({
  method: 'GET',
  path: '/imports/:authority/:import/marked-file',
  id: 'getMarkedFile',
  zh: '下载标错的导入表',
  tag: 'sheets',
  summary: 'The file back with every wrong cell in red and a note on it.',
  params,
  logged: 'export',
  reply: { file: workbook },
})

export const commitImport = defineEndpoint({
  method: 'POST',
  path: '/imports/:authority/:import/commit',
  id: 'commitImport',
  zh: '确认导入',
  tag: 'sheets',
  summary: 'Imports a checked file as a whole or not at all; the same file again changes nothing.',
  params,
  reply: SheetImport,
  problems: ['unfit', 'wrong-state'],
})
