// Results of a version by village. Whatever is shown of answer sheets passes `tabulate`, which hides small cells.
import { Problem as Refusal, type SurveyCell, type SurveyResults } from '@shengmian/contract'
import {
  judgeReview,
  questionsOf,
  rateDefinitions,
  rateOf,
  tabulate,
  usualTerms,
  type QuestionTable,
  type ReturnsLine,
} from '@shengmian/questionnaire'
import type { Transaction } from '../../../platform/transaction.ts'
import { findUnits } from '../../registry/index.ts'
import { batchesOf, closingsOf, reviewsOf, sheetsOf, type ReviewRow } from './batch-store.ts'
import { residentsOf } from './issue-batches.ts'
import { demandVersion } from './questionnaire-view.ts'

export async function viewResults(tx: Transaction, questionnaire: string, version?: number): Promise<SurveyResults> {
  const closed = [...(await closingsOf(tx, questionnaire)).keys()]
  const { form, version: shown } = await demandVersion(tx, questionnaire, version ?? closed.at(-1))
  if (!closed.includes(shown))
    throw new Refusal('wrong-state', {
      zh: '还在录入；封卷以后才有结果，免得先后两次相减推出个别答卷',
      en: 'sheets are still entered: there are results once entry is closed, so that two readings do not tell single sheets',
    })
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
  const rates = (index: number, line: ReturnsLine, people: number | null) => ({
    ...line,
    returnedRate: percent(line.returned, line.issued),
    validRate: percent(line.valid, line.returned),
    awareness: results.awareness[index] ?? null,
    satisfaction: results.satisfaction[index] ?? null,
    residents: people,
    participation: percent(line.returned, people),
  })
  const known = units.map((unit) => residents.get(unit) ?? null)
  const { villages: lines, total } = results.returns
  const counted = known.filter((_people, index) => typeof total.valid !== 'number' || typeof lines[index]?.valid === 'number')
  return {
    title: form.title,
    version: shown,
    villages: lines.map((line, index) => {
      const [unit = '', own] = [units[index], rates(index, line, known[index] ?? null)]
      return { unit: { id: unit, name: names.get(unit) ?? unit }, ...own, review: reviewed(own.satisfaction, reviews.get(unit)) }
    }),
    // One village of unknown size, and nobody knows the size of them all.
    total: rates(
      units.length,
      total,
      counted.reduce<number | null>((sum, one) => (sum === null || one === null ? null : sum + one), 0),
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
  { question, choice, counted, columns, rows }: QuestionTable,
  form: Parameters<typeof questionsOf>[0],
): SurveyResults['questions'][number] {
  const asked = questionsOf(form).find(({ name }) => name === question)
  const chosen = asked !== undefined && 'choices' in asked ? asked.choices.find(({ name }) => name === choice) : undefined
  return {
    question,
    label: asked?.label ?? question,
    indicator: asked?.indicator ?? '',
    choice: chosen?.label ?? choice,
    counted,
    columns: columns.map(({ label }) => label),
    rows: rows.map((row) => [...row]),
  }
}
