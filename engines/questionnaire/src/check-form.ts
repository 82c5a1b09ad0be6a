import { asksItself, namesIn, parseExpression } from './expression.ts'
import { linesOf, questionsOf, type Fault, type Form, type ShareAsked } from './form.ts'

const NAME = /^[A-Za-z][A-Za-z0-9_]*$/
const CHOICE = /^[A-Za-z0-9_-]+$/

/** Everything that keeps a form from being used: names, choices, conditions that cannot be read or ask about what comes later. */
export function checkForm(form: Form): readonly Fault[] {
  return [...checkNames(form), ...checkLines(form), ...checkShares(form)]
}

/** What a form still lacks before it is published: an official indicator beside the plain words of each question. */
export function checkPublishable(form: Form): readonly Fault[] {
  const questions = questionsOf(form)
  const bare = questions.filter(({ indicator }) => indicator.trim() === '')
  return [
    ...checkForm(form),
    ...(questions.length === 0 ? [fault('', 'form', '一道题也没有', 'there is no question')] : []),
    ...bare.map(({ name }) => fault(name, 'indicator', '没有写对应的正式指标', 'the official indicator is missing')),
  ]
}

function fault(at: string, part: Fault['part'], zh: string, en: string): Fault {
  return { at, part, zh, en }
}

function checkNames(form: Form): readonly Fault[] {
  const seen = new Set<string>()
  const names = form.items.flatMap((item) => [item.name, ...(item.kind === 'group' ? item.items.map(({ name }) => name) : [])])
  return names.flatMap((name) => {
    const isTwice = seen.has(name)
    seen.add(name)
    if (!NAME.test(name))
      return [
        fault(
          name,
          'name',
          '代号须以字母开头，只含字母、数字和下划线',
          'a name begins with a letter and has letters, digits and _',
        ),
      ]
    return isTwice ? [fault(name, 'name', '代号重复', 'the name is used twice')] : []
  })
}

function checkLines(form: Form): readonly Fault[] {
  const earlier = new Set<string>()
  let lastGroup: string | null = null
  return linesOf(form).flatMap(({ line, group }) => {
    const faults: Fault[] = []
    if (group !== null && group.name !== lastGroup)
      faults.push(...checkCondition(group.name, 'relevant', group.relevant, earlier))
    lastGroup = group?.name ?? null
    faults.push(...checkCondition(line.name, 'relevant', line.relevant, earlier))
    if (line.label.trim() === '') faults.push(fault(line.name, 'label', '没有题面', 'the wording is missing'))
    if ('choices' in line) {
      const names = line.choices.map(({ name }) => name)
      if (names.length < 2) faults.push(fault(line.name, 'choices', '至少要两个选项', 'at least two choices are needed'))
      if (new Set(names).size !== names.length || names.some((name) => !CHOICE.test(name)))
        faults.push(fault(line.name, 'choices', '选项代号重复或含不允许的字符', 'a choice name is used twice or malformed'))
      if (line.choices.some(({ label }) => label.trim() === ''))
        faults.push(fault(line.name, 'choices', '选项没有文字', 'a choice has no wording'))
    } else if (line.kind !== 'note') faults.push(...checkCondition(line.name, 'constraint', line.constraint, earlier))
    if (line.kind !== 'note') earlier.add(line.name)
    return faults
  })
}

function checkCondition(
  at: string,
  part: 'relevant' | 'constraint',
  source: string,
  earlier: ReadonlySet<string>,
): readonly Fault[] {
  if (source.trim() === '') return []
  const parsed = parseExpression(source)
  if (!parsed.ok) return [fault(at, part, `条件${parsed.fault.zh}`, `condition: ${parsed.fault.en}`)]
  const late = namesIn(parsed.expression).filter((name) => !earlier.has(name))
  return [
    ...(part === 'relevant' && asksItself(parsed.expression)
      ? [fault(at, part, '是否提问不能取决于本题的回答', 'whether it is asked cannot depend on its own answer')]
      : []),
    ...late.map((name) => fault(at, part, `“${name}”不是前面的题`, `"${name}" is no earlier question`)),
  ]
}

function checkShares(form: Form): readonly Fault[] {
  return [form.awareness, form.satisfaction].flatMap((share) =>
    share === null || isAnswerable(form, share) ? [] : [wrongShare(share)],
  )
}

function isAnswerable(form: Form, share: ShareAsked): boolean {
  const question = questionsOf(form).find(({ name }) => name === share.question)
  const choices = question?.kind === 'one' ? question.choices.map(({ name }) => name) : []
  return share.choices.length > 0 && share.choices.every((name) => choices.includes(name))
}

const wrongShare = ({ question }: ShareAsked) =>
  fault(
    question,
    'form',
    '知晓或满意的题须为单选题，且选项在其中',
    'awareness and satisfaction need a single-choice question and choices of it',
  )
