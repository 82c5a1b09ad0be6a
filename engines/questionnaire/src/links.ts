// Who is asked a question, as far as the tables of other questions tell it: everybody, or who gave certain answers to one earlier question,
// so that those answers' counts add up to the question's total. Anything else ties questions into a knot: their tables cannot be looked at
// one by one.
import { holds } from './evaluate.ts'
import { namesIn, parseExpression, type Expression } from './expression.ts'
import { linesOf, questionsOf, type Form, type Group, type Question } from './form.ts'

/** Name of the column of those who left a question unanswered. */
export const UNANSWERED = ''

export type Link =
  | { readonly kind: 'everybody' }
  /** Asked of who is in these columns of the question's table, or of its table about one choice. */
  | { readonly kind: 'answers'; readonly question: string; readonly choice: string | null; readonly columns: readonly string[] }
  | { readonly kind: 'knot'; readonly names: readonly string[] }

type Links = ReadonlyMap<string, Link>

/** By name of the question. Of a checked form. */
export function linksOf(form: Form): Links {
  const links = new Map<string, Link>()
  const questions = new Map(questionsOf(form).map((question) => [question.name, question]))
  const groups = new Map(linesOf(form).map(({ line, group }) => [line.name, group]))
  for (const { line, group } of linesOf(form)) {
    if (line.kind === 'note') continue
    const conditions = conditionsOf(line.relevant, group, groups)
    links.set(line.name, conditions.length === 0 ? { kind: 'everybody' } : linkOf(conditions, questions, links))
  }
  return links
}

function conditionsOf(relevant: string, group: Group | null, groups: ReadonlyMap<string, Group | null>): readonly Expression[] {
  const [own, outer] = [read(relevant), group === null ? null : read(group.relevant)]
  // Who answered a question of the group meets the group's condition.
  const isWithin =
    own !== null && !holds(own, {}) && namesIn(own).length > 0 && namesIn(own).every((name) => groups.get(name) === group)
  return [...(outer === null || isWithin ? [] : [outer]), ...(own === null ? [] : [own])]
}

/** `null`: no condition. One that cannot be read, which a checked form has none of, is never met. */
function read(source: string): Expression | null {
  if (source.trim() === '') return null
  const parsed = parseExpression(source)
  return parsed.ok ? parsed.expression : { kind: 'text', text: '' }
}

function linkOf(conditions: readonly Expression[], questions: ReadonlyMap<string, Question>, links: Links): Link {
  const names = [...new Set(conditions.flatMap(namesIn))]
  const [name = '', ...more] = names
  const question = questions.get(name)
  const knot: Link = { kind: 'knot', names }
  if (question === undefined || more.length > 0) return knot
  if (question.kind === 'many') {
    const choice = conditions.length === 1 ? choiceAsked(conditions[0]) : null
    return question.choices.some((one) => one.name === choice)
      ? { kind: 'answers', question: name, choice, columns: choice === null ? [] : [choice] }
      : knot
  }
  if (question.kind !== 'one') return knot
  const meets = (answers: Readonly<Record<string, string>>) => conditions.every((condition) => holds(condition, answers))
  // Who was not asked is in no column of the table.
  if (meets({}) && links.get(name)?.kind !== 'everybody') return knot
  const columns = question.choices.map((one) => one.name).filter((one) => meets({ [name]: one }))
  return { kind: 'answers', question: name, choice: null, columns: meets({}) ? [...columns, UNANSWERED] : columns }
}

/** The choice of `selected(${question}, 'choice')`. */
function choiceAsked(condition: Expression | undefined): string | null {
  if (condition?.kind !== 'call' || condition.name !== 'selected') return null
  const [asked, choice] = condition.of
  return asked?.kind === 'answer' && choice?.kind === 'text' ? choice.text : null
}

/** Questions that conditions or limits tie together otherwise than by one question's answers; sets without common members. */
export function knotsOf(form: Form, links: Links): readonly ReadonlySet<string>[] {
  const tied = questionsOf(form).flatMap((question) => {
    const link = links.get(question.name)
    const names = [...(link?.kind === 'knot' ? link.names : []), ...namesInLimit(question)]
    return link?.kind === 'knot' || names.length > 0 ? [new Set([question.name, ...names])] : []
  })
  return tied.reduce<readonly ReadonlySet<string>[]>((knots, one) => {
    const touching = knots.filter((knot) => [...knot].some((name) => one.has(name)))
    return [...knots.filter((knot) => !touching.includes(knot)), new Set([one, ...touching].flatMap((knot) => [...knot]))]
  }, [])
}

function namesInLimit(question: Question): readonly string[] {
  const limit = 'constraint' in question ? read(question.constraint) : null
  return limit === null ? [] : namesIn(limit)
}
