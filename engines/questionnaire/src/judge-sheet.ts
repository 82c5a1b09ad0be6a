import { holds } from './evaluate.ts'
import { parseExpression } from './expression.ts'
import { linesOf, type Answer, type Answers, type Form, type Line, type Question } from './form.ts'

/** Why a sheet does not count: at which question, in both languages. */
export interface SheetFault {
  readonly question: string
  readonly rule: 'required' | 'unknown-question' | 'unknown-choice' | 'form' | 'constraint' | 'not-asked' | 'empty'
  readonly zh: string
  readonly en: string
}

/** Lines of a checked form that are put to somebody with these answers, in order. What is not asked counts as unanswered for what follows. */
export function askedLines(form: Form, answers: Answers): readonly Line[] {
  const known: Record<string, Answer> = {}
  const asked: Line[] = []
  for (const { line, group } of linesOf(form)) {
    if (group !== null && !isMet(group.relevant, known)) continue
    if (!isMet(line.relevant, known)) continue
    asked.push(line)
    const answer = Object.hasOwn(answers, line.name) ? answers[line.name] : undefined
    if (answer !== undefined && line.kind !== 'note') known[line.name] = answer
  }
  return asked
}

/** Everything that makes a sheet invalid under a checked form; none: the sheet is valid. A blank sheet is invalid. */
export function judgeSheet(form: Form, answers: Answers): readonly SheetFault[] {
  const asked = askedLines(form, answers)
  const askedNames = new Set(asked.map(({ name }) => name))
  const known = new Set(linesOf(form).flatMap(({ line }) => (line.kind === 'note' ? [] : [line.name])))
  const given = Object.keys(answers)
  if (given.length === 0) return [fault('', 'empty', '整张没有作答', 'nothing is answered')]
  const stray = given.flatMap((name) => {
    if (!known.has(name)) return [fault(name, 'unknown-question', '卷中没有这一题', 'there is no such question')]
    return askedNames.has(name)
      ? []
      : [fault(name, 'not-asked', '按前面的回答不该答这一题', 'earlier answers skip this question')]
  })
  const kept = Object.fromEntries(Object.entries(answers).filter(([name]) => askedNames.has(name)))
  return [...asked.flatMap((line) => (line.kind === 'note' ? [] : judgeAnswer(line, kept))), ...stray]
}

/** What is wrong with the answer to one question that is asked. */
function judgeAnswer(question: Question, answers: Answers): readonly SheetFault[] {
  const { name } = question
  const answer = Object.hasOwn(answers, name) ? answers[name] : undefined
  if (answer === undefined)
    return question.isRequired ? [fault(name, 'required', '必答题没有作答', 'a required question is not answered')] : []
  if ('choices' in question) {
    const chosen = question.kind === 'many' && typeof answer === 'object' ? answer : [answer]
    const isForm = question.kind === 'one' ? typeof answer === 'string' : typeof answer === 'object' && answer.length > 0
    if (!isForm || new Set(chosen).size !== chosen.length)
      return [fault(name, 'form', question.kind === 'one' ? '只能选一项' : '每项至多选一次', 'not a choice of this kind')]
    const unknown = chosen.filter((one) => !question.choices.some((choice) => choice.name === one))
    return unknown.length === 0
      ? []
      : [fault(name, 'unknown-choice', `没有“${unknown.join('、')}”这一选项`, `no choice "${unknown.join(', ')}"`)]
  }
  if (question.kind === 'text' ? typeof answer !== 'string' : !isNumber(answer, question.kind === 'integer'))
    return [fault(name, 'form', question.kind === 'text' ? '应为文字' : '应为数字', 'not an answer of this kind')]
  if (!isMet(question.constraint, answers, answer))
    return [
      fault(name, 'constraint', question.constraintMessage || '不在允许范围内', question.constraintMessage || 'out of range'),
    ]
  return []
}

const isNumber = (answer: Answer, isInteger: boolean) =>
  typeof answer === 'number' && Number.isFinite(answer) && (!isInteger || Number.isInteger(answer))

const fault = (question: string, rule: SheetFault['rule'], zh: string, en: string): SheetFault => ({ question, rule, zh, en })

/** A condition that cannot be read is never met: a checked form has none. */
function isMet(source: string, answers: Answers, self?: Answer): boolean {
  if (source.trim() === '') return true
  const parsed = parseExpression(source)
  return parsed.ok && holds(parsed.expression, answers, self)
}
