// Results of a version by village. Whatever is shown of answer sheets passes `tabulate`, which hides small cells.
import type { SurveyCell, SurveyResults } from '@shengmian/contract'
import {
  judgeReview,
  questionsOf,
  rateDefinitions,
  rateOf,
  tabulate,
  usualTerms,
  type QuestionTable,
} from '@shengmian/questionnaire'
import type { Transaction } from '../../../platform/transaction.ts'
import { findUnits } from '../../registry/index.ts'
import { batchesOf, reviewsOf, sheetsOf, type ReviewRow } from './batch-store.ts'
import { residentsOf } from './issue-batches.ts'
import { demandVersion } from './questionnaire-view.ts'

export async function viewResults(tx: Transaction, questionnaire: string, version?: number): Promise<SurveyResults> {
  const { form, version: shown } = await demandVersion(tx, questionnaire, version)
  const batches = (await batchesOf(tx, questionnaire)).filter((batch) => batch.version === shown)
  const units = [...new Set(batches.map(({ unit }) => unit))]
  const sheets = Map.groupBy(
    await sheetsOf(
      tx,
      batches.map(({ id }) => id),
    ),
    ({ batch }) => batch,
  )
  const surveyed = units.map((unit) => {
    const own = batches.filter((batch) => batch.unit === unit)
    const answered = own.flatMap(({ id }) => sheets.get(id) ?? [])
    const valid = answered.filter(({ is_valid }) => is_valid).map(({ answers }) => answers)
    return { issued: own.reduce((sum, { issued }) => sum + issued, 0), valid, invalid: answered.length - valid.length }
  })
  const results = tabulate(form, surveyed)
  const names = new Map((await findUnits(tx, units)).map(({ id, name }) => [id, name]))
  const residents = await residentsOf(tx, units)
  const reviews = await reviewsOf(tx, questionnaire)
  const { returned } = results
  const rates = (index: number, issued: number, people: number | null) => {
    const [valid = 0, invalid = 0] = returned.cells[index] ?? returned.columnTotals
    const back = returned.rowTotals[index] ?? returned.total
    return {
      issued,
      returned: back,
      valid,
      invalid,
      returnedRate: percent(back, issued),
      validRate: percent(valid, back),
      awareness: results.awareness[index] ?? null,
      satisfaction: results.satisfaction[index] ?? null,
      residents: people,
      participation: percent(back, people),
    }
  }
  const known = units.map((unit) => residents.get(unit) ?? null)
  return {
    title: form.title,
    version: shown,
    villages: units.map((unit, index) => {
      const own = rates(index, surveyed[index]?.issued ?? 0, known[index] ?? null)
      return { unit: { id: unit, name: names.get(unit) ?? unit }, ...own, review: reviewed(own.satisfaction, reviews.get(unit)) }
    }),
    total: rates(
      units.length,
      surveyed.reduce((sum, { issued }) => sum + issued, 0),
      // One village of unknown size, and nobody knows the size of them all.
      known.reduce<number | null>((sum, one) => (sum === null || one === null ? null : sum + one), 0),
    ),
    questions: results.questions.map((table) => questionResult(table, form)),
    definitions: Object.values(rateDefinitions).map(({ zh, en }) => ({ zh, en })),
  }
}

/** `null` where a side is hidden or unknown: a rate would give the count away. */
function percent(some: SurveyCell, all: SurveyCell | null): number | null {
  if (typeof some === 'string' || all === null || typeof all === 'string') return null
  return rateOf(some, all)?.percent ?? null
}

function reviewed(satisfaction: number | null, sides: ReviewRow | undefined): SurveyResults['villages'][number]['review'] {
  if (sides === undefined) return null
  const { organisation, department, basis, by_name: recordedBy } = sides
  return {
    organisation,
    department,
    basis,
    recordedBy,
    ...judgeReview({ public: satisfaction, organisation, department }, usualTerms),
  }
}

function questionResult(
  { question, choice, columns, table }: QuestionTable,
  form: Parameters<typeof questionsOf>[0],
): SurveyResults['questions'][number] {
  const asked = questionsOf(form).find(({ name }) => name === question)
  const chosen = asked !== undefined && 'choices' in asked ? asked.choices.find(({ name }) => name === choice) : undefined
  const rows = [...table.cells.map((row, index) => [...row, table.rowTotals[index] ?? 0]), [...table.columnTotals, table.total]]
  return {
    question,
    label: asked?.label ?? question,
    indicator: asked?.indicator ?? '',
    choice: chosen?.label ?? choice,
    columns: columns.map(({ label }) => label),
    rows,
  }
}
