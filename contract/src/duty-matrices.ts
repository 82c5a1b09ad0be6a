// Division of duties as a matrix: tasks by holders, each cell R (responsible), A (accountable), C (consulted) or I (informed).
import { Type, type Static } from 'typebox'
import { defineEndpoint } from './endpoint.ts'
import { Instant, Line, PlaceCode, Reason } from './forms.ts'
import { closed, orNull } from './round-forms.ts'

const Part = Type.Enum(['R', 'A', 'C', 'I'], { title: 'DutyPart' })
const Task = closed({ title: Line, parts: Type.Array(orNull(Part), { maxItems: 20 }) }, 'DutyTask')

const matrixParts = {
  holders: Type.Array(Line, { minItems: 1, maxItems: 20, uniqueItems: true }),
  tasks: Type.Array(Task, { minItems: 1, maxItems: 60 }),
}

const DutyMatrix = closed(
  {
    ...matrixParts,
    /** `0`: a proposal to start from, that nobody has adopted. */
    version: Type.Integer(),
    adoptedBy: orNull(Type.String()),
    adoptedAt: orNull(Instant),
    reason: orNull(Type.String()),
  },
  'DutyMatrix',
)

const query = { authority: PlaceCode }

export const readDutyMatrix = defineEndpoint({
  method: 'GET',
  path: '/duty-matrices',
  id: 'readDutyMatrix',
  zh: '查看职责分工表',
  tag: 'duty-matrices',
  summary: 'The duty matrix in force at an authority; before one is adopted, a proposal to start from.',
  query,
  reply: DutyMatrix,
  problems: ['not-allowed'],
})

export const putDutyMatrix = defineEndpoint({
  method: 'POST',
  path: '/duty-matrices',
  id: 'putDutyMatrix',
  zh: '填写职责分工表',
  tag: 'duty-matrices',
  summary:
    'Adopts a new version; to the office. Every task has exactly one who is accountable (A) and at least one who is responsible (R).',
  body: closed(
    { authority: PlaceCode, version: Type.Integer({ minimum: 0 }), ...matrixParts, reason: Reason },
    'DutyMatrixAdopted',
  ),
  reply: DutyMatrix,
  status: 201,
  problems: ['unfit', 'not-allowed', 'changed-meanwhile'],
})

export const downloadDutyMatrix = defineEndpoint({
  method: 'GET',
  path: '/duty-matrices/matrix.docx',
  id: 'downloadDutyMatrix',
  zh: '下载职责分工表',
  tag: 'duty-matrices',
  summary: 'The matrix as a document to print.',
  query,
  logged: 'export',
  reply: { file: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  problems: ['not-allowed'],
})

export const downloadDutySheet = defineEndpoint({
  method: 'GET',
  path: '/duty-matrices/matrix.xlsx',
  id: 'downloadDutySheet',
  zh: '导出职责分工表',
  tag: 'duty-matrices',
  summary: 'The matrix as a workbook.',
  query,
  logged: 'export',
  reply: { file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  problems: ['not-allowed'],
})

export type DutyMatrix = Static<typeof DutyMatrix>

/** The sign of each part and what it means: the same on the page, on paper, in the workbook and in refusals. */
export const dutyParts = {
  A: { zh: '责', en: 'A', means: { zh: '负总责，每个事项一家', en: 'accountable, one for each task' } },
  R: { zh: '办', en: 'R', means: { zh: '具体承办', en: 'responsible' } },
  C: { zh: '商', en: 'C', means: { zh: '事前商量', en: 'consulted before' } },
  I: { zh: '知', en: 'I', means: { zh: '事后告知', en: 'informed after' } },
} as const
