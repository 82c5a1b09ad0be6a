// What a schema cannot say: names that are there twice, names that lead nowhere, dates in the wrong order.
// A reference that leads nowhere is refused and not skipped: a mistyped id in `barred` would let the barred pair pass.
import type { Problem } from './problem.ts'
import type { ReadIssue } from './read-outcome.ts'

/** A waiver lifts one rule for one person and target: only rules about such a pair can be lifted. */
const PAIR_RULES: readonly string[] = ['home', 'native', 'posting', 'repeat', 'local', 'kin', 'tie', 'barred', 'unknown']

interface Known {
  readonly people: ReadonlySet<string>
  readonly teams: ReadonlySet<string>
  readonly targets: ReadonlySet<string>
  readonly rounds: ReadonlySet<string>
}

const NOUN = {
  people: ['人员', 'person'],
  teams: ['巡察组', 'team'],
  targets: ['对象', 'target'],
  rounds: ['轮次', 'round'],
} as const

export function referenceFaults(problem: Problem): ReadIssue[] {
  const known: Known = {
    people: new Set(problem.people.map((person) => person.id)),
    teams: new Set(problem.teams.map((team) => team.id)),
    targets: new Set(problem.targets.map((target) => target.id)),
    rounds: new Set(problem.rounds),
  }
  return [...doubles(problem), ...dates(problem), ...dangling(problem, known), ...nonsense(problem)]
}

function doubles(problem: Problem): ReadIssue[] {
  const issues: ReadIssue[] = []
  const once = (values: readonly string[], path: (i: number) => string, zh: string, en: string): void => {
    const firstAt = new Map<string, number>()
    values.forEach((value, i) => {
      const first = firstAt.get(value)
      if (first === undefined) firstAt.set(value, i)
      else
        issues.push({
          path: path(i),
          zh: `${zh} ${value} 重复（第一次在 ${path(first)}）`,
          en: `the ${en} ${value} is there twice (first at ${path(first)})`,
        })
    })
  }
  once(
    problem.people.map((p) => p.id),
    (i) => `$.people[${i}].id`,
    '人员',
    'person',
  )
  once(
    problem.teams.map((t) => t.id),
    (i) => `$.teams[${i}].id`,
    '巡察组',
    'team',
  )
  once(
    problem.targets.map((t) => t.id),
    (i) => `$.targets[${i}].id`,
    '对象',
    'target',
  )
  once(problem.rounds, (i) => `$.rounds[${i}]`, '轮次', 'round')
  once(
    problem.travel.map(([home, host]) => `${home} → ${host}`),
    (i) => `$.travel[${i}]`,
    '路程',
    'journey',
  )
  once(
    problem.pins.map((pin) => `${pin.person} → ${pin.team}`),
    (i) => `$.pins[${i}]`,
    '指定',
    'pin',
  )
  problem.targets.forEach((target, t) => {
    once(target.insiders, (i) => `$.targets[${t}].insiders[${i}]`, '对象内部人员', 'insider')
    once(target.needs, (i) => `$.targets[${t}].needs[${i}]`, '所需专长', 'need')
  })
  return issues
}

function dates(problem: Problem): ReadIssue[] {
  const issues: ReadIssue[] = []
  const { start, end } = problem.round
  if (end < start)
    issues.push({
      path: '$.round.end',
      zh: `本轮结束（${end}）早于开始（${start}）`,
      en: `the round ends (${end}) before it starts (${start})`,
    })
  problem.people.forEach((person, p) =>
    (person.postings ?? []).forEach((posting, i) => {
      if (posting.to !== null && posting.to < posting.from)
        issues.push({
          path: `$.people[${p}].postings[${i}].to`,
          zh: `任职结束（${posting.to}）早于开始（${posting.from}）`,
          en: `the posting ends (${posting.to}) before it begins (${posting.from})`,
        })
    }),
  )
  if (problem.rounds.includes(problem.round.id))
    issues.push({
      path: '$.round.id',
      zh: `本轮 ${problem.round.id} 不应列入以往轮次 rounds`,
      en: `this round ${problem.round.id} must not be listed among the past rounds`,
    })
  return issues
}

function dangling(problem: Problem, known: Known): ReadIssue[] {
  const issues: ReadIssue[] = []
  const need = (kind: keyof Known, id: string, path: string): void => {
    const [zh, en] = NOUN[kind]
    if (!known[kind].has(id)) issues.push({ path, zh: `没有 ${zh} ${id}`, en: `there is no ${en} ${id}` })
  }
  problem.apart.forEach((pair, i) => pair.forEach((id, end) => need('people', id, `$.apart[${i}][${end}]`)))
  problem.barred.forEach((bar, i) => {
    need('people', bar.person, `$.barred[${i}].person`)
    need('targets', bar.target, `$.barred[${i}].target`)
  })
  problem.history.forEach((row, i) => {
    need('rounds', row.round, `$.history[${i}].round`)
    need('people', row.person, `$.history[${i}].person`)
  })
  problem.dispatched.forEach((row, i) => need('rounds', row.round, `$.dispatched[${i}].round`))
  problem.pins.forEach((pin, i) => {
    need('people', pin.person, `$.pins[${i}].person`)
    need('teams', pin.team, `$.pins[${i}].team`)
  })
  problem.waivers.forEach((waiver, i) => {
    need('people', waiver.person, `$.waivers[${i}].person`)
    need('targets', waiver.target, `$.waivers[${i}].target`)
  })
  return issues
}

function nonsense(problem: Problem): ReadIssue[] {
  const issues: ReadIssue[] = []
  problem.ties.forEach((tie, i) => {
    if (tie.a === tie.b)
      issues.push({ path: `$.ties[${i}].b`, zh: `${tie.a} 不能与自己有关系`, en: `${tie.a} cannot have a tie to himself` })
  })
  problem.apart.forEach(([a, b], i) => {
    if (a === b)
      issues.push({ path: `$.apart[${i}][1]`, zh: `${a} 不能与自己分开`, en: `${a} cannot be kept apart from himself` })
  })
  problem.waivers.forEach((waiver, i) => {
    if (PAIR_RULES.includes(waiver.rule)) return
    issues.push({
      path: `$.waivers[${i}].rule`,
      zh: `规则 ${waiver.rule} 不能对一人一对象免除；可免除的是 ${PAIR_RULES.join('、')}`,
      en: `the rule ${waiver.rule} cannot be waived for one person and target; these can: ${PAIR_RULES.join(', ')}`,
    })
  })
  return issues
}
