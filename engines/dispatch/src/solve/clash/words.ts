// The sentences of a clash, in Chinese and English, with names and codes.
import type { ClashItem } from '../answer.ts'
import type { Instance } from '../compile/instance.ts'
import type { RuleName } from '../rule-names.ts'
import { RULE_WORDS } from '../rule-words.ts'
import type { Element } from './oracle.ts'

interface Words {
  readonly zh: string
  readonly en: string
}

/** The rule and what it says here. */
export function describeItem(instance: Instance, { rule, subject }: Element): Words {
  const { problem, rules } = instance
  const words = RULE_WORDS[rule]
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
  const zh = rules.map((rule) => RULE_WORDS[rule].zh).join('、')
  const en = rules.map((rule) => RULE_WORDS[rule].en).join('; ')
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
  const zh = rules.map((rule) => `${RELAXED[rule]?.zh ?? `${RULE_WORDS[rule].zh}破例`} ${count(rule)} 处`).join('，')
  const en = rules.map((rule) => `${RELAXED[rule]?.en ?? `exceptions to “${RULE_WORDS[rule].en}”`}: ${count(rule)}`).join('; ')
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
