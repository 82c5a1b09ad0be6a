// The walk through questionnaires: built, imported, published, issued to a village, entered there under an order, closed, judged by other sides.
import { v7 } from 'uuid'
import type { Steps } from './step.ts'

const asked = { kind: 'one', indicator: '村务公开', isRequired: true, relevant: '' }
const item = { ...asked, name: 'knows', label: '知道吗？', choices: ['y', 'n'].map((name) => ({ name, label: name })) }
const form = { title: '村级问卷', items: [item], awareness: { question: 'knows', choices: ['y'] }, satisfaction: null }

export async function walkQuestionnaires(steps: Steps, round: string): Promise<void> {
  const { act, who, walk, places } = steps
  const [office, member] = [who('office'), who('member', 'ordered')] as const
  const [questionnaire, batch] = [v7(), v7()]
  await act(office, 'createQuestionnaire', { round }, { id: questionnaire, title: '村级问卷' })
  await act(office, 'saveQuestionnaire', { questionnaire }, { edition: 0, form })
  const file = await walk.server.act(office.token, { method: 'GET', path: `/questionnaires/${questionnaire}/form.xlsx` })
  await act(office, 'importQuestionnaire', { questionnaire, edition: 1 }, undefined, file.body)
  await act(office, 'publishQuestionnaire', { questionnaire }, { edition: 2 })
  await act(office, 'issueBatches', { questionnaire }, { batches: [{ id: batch, unit: places.unit, issued: 40 }] })
  await act(member, 'enterSheet', { batch, number: 1 }, { answers: { knows: 'y' }, isCorrection: false })
  await act(member, 'checkAnswerSheet', { batch, number: 1 }, { answers: { knows: 'y' } })
  await act(office, 'closeSurvey', { questionnaire }, { version: 1 })
  const sides = { unit: places.unit, organisation: 90, department: 85, basis: '点评会记录' }
  await act(office, 'recordSideReview', { questionnaire }, { id: v7(), ...sides })
}
