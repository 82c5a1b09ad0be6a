// The sentences of a clash, in Chinese and English, with names and codes.
import type { ClashItem } from '../answer.ts'
import type { Instance } from '../compile/instance.ts'
import type { RuleName } from '../rule-names.ts'
import type { Element } from './oracle.ts'

interface Words {
  readonly zh: string
  readonly en: string
}

const RULES: Readonly<Record<RuleName, Words>> = {
  home: { zh: '工作地回避', en: 'recusal by workplace' },
  native: { zh: '籍贯地回避', en: 'recusal by native place' },
  posting: { zh: '任职地回避', en: 'recusal by former posting' },
  repeat: { zh: '近几轮巡察过的地区不再去', en: 'no return to a region inspected lately' },
  local: { zh: '本地组员按乡镇、单位回避', en: 'local members keep off their township and unit' },
  kin: { zh: '亲属回避', en: 'recusal by kinship' },
  tie: { zh: '利害关系回避', en: 'recusal by a close tie' },
  barred: { zh: '列明的回避', en: 'listed objection' },
  unknown: { zh: '事实未核实不得派出', en: 'nobody with an unverified fact' },
  level: { zh: '提级巡察组长由上级派出', en: 'elevated: the leader comes from the level above' },
  'whole-team': { zh: '整建制派出', en: 'whole teams from one home' },
  zone: { zh: '限本片区内交叉', en: 'only inside the zone' },
  unavailable: { zh: '不能参加本轮', en: 'not available this round' },
  pin: { zh: '指定到组', en: 'pinned to a team' },
  slot: { zh: '岗位须配齐', en: 'every slot is filled' },
  'one-team': { zh: '每个对象由一个组巡察', en: 'every target is inspected by one team' },
  'same-home': { zh: '同一来源地人数上限', en: 'limit of members from one home' },
  leaders: { zh: '同组组长来自不同地方', en: 'leaders of a team from different homes' },
  apart: { zh: '两人不得同组', en: 'two people kept apart' },
  senior: { zh: '骨干人数下限', en: 'least number of seniors' },
  newcomers: { zh: '新手人数上限', en: 'most newcomers' },
  need: { zh: '对象所需专长', en: 'skill that a target needs' },
  self: { zh: '不巡察本地', en: 'no team inspects its own home' },
  swap: { zh: '不得互巡', en: 'no mutual exchange' },
  again: { zh: '不重复上几轮的派出', en: 'no pair of the last rounds again' },
  reversal: { zh: '不反向派出', en: 'no pair of the last rounds reversed' },
}

/** The rule and what it says here. */
export function describeItem(instance: Instance, { rule, subject }: Element): Words {
  const { problem, rules } = instance
  const words = RULES[rule]
  const who = named(instance, rule, subject)
  const limit = { 'same-home': rules.maxSameHome, senior: rules.minSenior, newcomers: rules.maxNewcomers }[rule as string]
  const figure = limit === undefined || limit === null ? '' : ` ${limit}`
  if (rule === 'slot' && subject !== '') {
    const [team = '', k = ''] = splitLast(subject)
    const t = instance.teamIndex.get(team) ?? 0
    const kind = instance.kinds[t]?.[Number(k)]
    const able = problem.people.filter(
      (person) =>
        !person.unavailable &&
        person.roles.includes(kind?.role ?? '') &&
        (kind?.skill === null || kind?.skill === undefined || person.skills.includes(kind.skill)),
    ).length
    const asks = [kind?.role, kind?.skill, kind?.origin].filter((part) => part !== null && part !== undefined).join(' ')
    const count = kind?.slots.length ?? 0
    return {
      zh: `${words.zh}：${team} 需 ${asks} ${count} 人，全部人员中有 ${able} 人可任`,
      en: `${words.en}: ${team} asks for ${count} × ${asks}; ${able} people in all could be it`,
    }
  }
  if (subject === '') return { zh: `${words.zh}${figure}`, en: `${words.en}${figure}` }
  return { zh: `${words.zh}${figure}：${who}`, en: `${words.en}${figure}: ${who}` }
}

function named(instance: Instance, rule: RuleName, subject: string): string {
  const { problem, personIndex, targetIndex } = instance
  const nameOf = (id: string): string => {
    const name = problem.people[personIndex.get(id) ?? -1]?.name ?? problem.targets[targetIndex.get(id) ?? -1]?.name
    return name === undefined || name === id ? id : `${name} (${id})`
  }
  if (rule === 'apart') {
    const pair = problem.apart.find(([a, b]) => `${a} ${b}` === subject || `${b} ${a}` === subject)
    return (pair ?? [subject]).map(nameOf).join(' – ')
  }
  const places = rule === 'home' || rule === 'native' ? problem.people[personIndex.get(subject) ?? -1]?.[rule] : null
  return places === null || places === undefined ? nameOf(subject) : `${nameOf(subject)}, ${places}`
}

/** The clash in one sentence; a rotation that has used up its pairs is told how many rounds there can be. */
export function describeClash(instance: Instance, items: readonly Element[]): Words {
  if (items.length === 0) {
    return {
      zh: '在给定的计算量内既未找到方案，也未证明无方案',
      en: 'within the effort neither a plan was found nor was it proven that there is none',
    }
  }
  const rules = [...new Set(items.map((item) => item.rule))]
  const zh = rules.map((rule) => RULES[rule].zh).join('、')
  const en = rules.map((rule) => RULES[rule].en).join('; ')
  const limit = rotationLimit(instance, rules)
  const more =
    limit === null
      ? { zh: '', en: '' }
      : {
          zh: `。${limit.places} 个地方既不重复又不反向，最多轮换 ${limit.rounds} 轮：⌊(n−1)/2⌋`,
          en: `. ${limit.places} places without repeat or reversal last for at most ${limit.rounds} rounds: ⌊(n−1)/2⌋`,
        }
  return { zh: `没有可行方案，以下规则相互冲突：${zh}${more.zh}`, en: `no plan: these rules clash: ${en}${more.en}` }
}

/** Each round uses n unordered pairs that no other may use, of the n(n−1)/2 there are. */
function rotationLimit(
  instance: Instance,
  rules: readonly RuleName[],
): { readonly places: number; readonly rounds: number } | null {
  if (!rules.includes('reversal') && !rules.includes('again')) return null
  const homes = new Set(instance.problem.teams.map((team) => team.home))
  if (homes.has(null) || homes.size < 3) return null
  return { places: homes.size, rounds: Math.floor((homes.size - 1) / 2) }
}

export function describeRelaxation(instance: Instance, exceptions: readonly ClashItem[]): Words {
  const rules = [...new Set(exceptions.map((item) => item.rule))]
  const count = (rule: RuleName): number => exceptions.filter((item) => item.rule === rule).length
  const zh = rules.map((rule) => `${RELAXED[rule]?.zh ?? `${RULES[rule].zh}破例`} ${count(rule)} 处`).join('，')
  const en = rules.map((rule) => `${RELAXED[rule]?.en ?? `exceptions to “${RULES[rule].en}”`}: ${count(rule)}`).join('; ')
  return { zh: instance.problem.teams.length === 0 ? '' : zh, en: instance.problem.teams.length === 0 ? '' : en }
}

const RELAXED: Partial<Readonly<Record<RuleName, Words>>> = {
  slot: { zh: '另调人员补足岗位', en: 'more people called up for slots' },
  'same-home': { zh: '放宽同一来源地上限', en: 'members beyond the limit of one home' },
  unavailable: { zh: '请回不能参加的人员', en: 'people now unavailable made available' },
  unknown: { zh: '先核实事实', en: 'people whose facts are verified first' },
  pin: { zh: '取消指定', en: 'pins given up' },
  senior: { zh: '少配骨干', en: 'seniors fewer' },
  newcomers: { zh: '多配新手', en: 'newcomers more' },
}

function splitLast(subject: string): readonly string[] {
  const at = subject.lastIndexOf(' ')
  return [subject.slice(0, at), subject.slice(at + 1)]
}
