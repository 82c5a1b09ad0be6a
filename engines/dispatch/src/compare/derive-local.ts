// As today: every region inspected by its own people, whoever they are. Each region becomes a zone of its own, what bars them from home
// is waived, pair by pair and in the open, and seats ask for nobody in particular: so that the damage can be measured where the people
// of a region would not make a proper team. Nobody may be sent out on such a plan.
import { prepareBars, type FormatRule } from '@shengmian/recusal'
import type { Problem } from '../problem.ts'
import { resolveRules } from '../rules.ts'
import { cutTo } from '../solve/compile/places.ts'
import type { Words } from './comparison.ts'

const ANYBODY = 'member'
/** An objection was upheld by somebody: it is not ours to lift, not even on paper. */
const KEPT: ReadonlySet<FormatRule> = new Set(['barred'])

export function deriveLocal(problem: Problem): { readonly problem: Problem; readonly changes: readonly Words[] } {
  const rules = resolveRules(problem.rules)
  const cut = (code: string): string => cutTo(rules.recusalLevel, code)
  const waivers = waiveAtHome(problem, cut)
  return {
    problem: {
      ...problem,
      rules: {
        ...problem.rules,
        mode: 'pooled',
        wholeTeams: false,
        maxSameHome: null,
        distinctLeaders: false,
        noSwap: false,
        zoneBound: true,
        elevated: false,
        minSenior: 0,
        maxNewcomers: null,
      },
      regions: eachItsOwnZone(problem, cut),
      people: problem.people.map((person) => ({ ...person, roles: [ANYBODY] })),
      teams: problem.teams.map((team) => ({ ...team, home: null, slots: team.slots.map(() => ({ role: ANYBODY })) })),
      targets: problem.targets.map((target) => ({ ...target, needs: [] })),
      apart: [],
      waivers: [...problem.waivers, ...waivers],
    },
    changes: [
      { zh: '每个地区只用本地人员巡察本地', en: 'every region is inspected by its own people' },
      {
        zh: '不看岗位、技能、主力和新手人数，也不看不得同组',
        en: 'roles, skills, the mix of experience and pairs kept apart do not count',
      },
      {
        zh: `为测算而放开本地人员的${waivers.length}处回避，不得据此派人`,
        en: `${waivers.length} bars of people at home are lifted to be measured; nobody may be sent on this`,
      },
    ],
  }
}

function eachItsOwnZone(problem: Problem, cut: (code: string) => string): Problem['regions'] {
  const own = new Set([
    ...problem.targets.map(({ region }) => cut(region)),
    ...problem.people.flatMap(({ home }) => (home === null ? [] : [cut(home)])),
  ])
  const listed = new Set(problem.regions.map(({ code }) => code))
  return [
    ...problem.regions.map((region) => ({ ...region, zone: own.has(region.code) ? region.code : null })),
    ...[...own].filter((code) => !listed.has(code)).map((code) => ({ code, name: code, zone: code })),
  ]
}

function waiveAtHome(problem: Problem, cut: (code: string) => string): Problem['waivers'] {
  const { round, rounds, ties, history, barred, waivers } = problem
  const bars = prepareBars({ round, rounds, rules: resolveRules(problem.rules), ties, history, barred, waivers })
  const at = new Map<string, Problem['targets']>()
  for (const target of problem.targets) at.set(cut(target.region), [...(at.get(cut(target.region)) ?? []), target])
  return problem.people.flatMap((person) =>
    (person.home === null ? [] : (at.get(cut(person.home)) ?? [])).flatMap((target) =>
      bars
        .barsOf(person, target, { origin: null, role: 'member' })
        .filter((rule) => !KEPT.has(rule))
        .map((rule) => ({ rule, person: person.id, target: target.id, by: 'shengmian compare', why: '现状测算 as today' })),
    ),
  )
}
