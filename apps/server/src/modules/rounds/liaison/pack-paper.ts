import type { OnboardingPack } from '@shengmian/contract'
import type { OnboardingPaper } from '../../documents/index.ts'
import { dayZh } from '../days.ts'
import type { RoundRecord } from '../round/round-record.ts'

const KINDS: Readonly<Record<OnboardingPack['schedule'][number]['kind'], string>> = {
  arrival: '到达',
  lodging: '食宿',
  transport: '用车',
  venue: '场所',
  meeting: '会议',
  departure: '离开',
  documents: '调阅',
}
const CLASSES = { exemplary: '典型示范', ordinary: '一般中等', lagging: '后进' } as const
const SECTIONS: Readonly<Record<string, string>> = {
  facts: '基本情况',
  leaders: '班子',
  economy: '集体经济',
  assets: '“三资”',
  petitions: '信访',
  'past-problems': '以往问题',
  rectification: '整改',
}
const UNKNOWN = '（未知，待核实）'

/** The packs in the words of the paper; what is not known is said, never left blank. */
export function packPapers(round: RoundRecord, packs: readonly OnboardingPack[]): readonly OnboardingPaper[] {
  return packs.map((pack) => ({
    unit: pack.name,
    round: round.title,
    window: `${dayZh(pack.starts)}至${dayZh(pack.ends)}`,
    place: `${pack.place.name}（${pack.place.code}）`,
    class: pack.class === null ? UNKNOWN : CLASSES[pack.class],
    population: pack.population === null ? UNKNOWN : `${pack.population}人`,
    lastInspected: pack.lastInspected === null ? UNKNOWN : dayZh(pack.lastInspected),
    supervisor: pack.supervisor ?? '（未指定）',
    liaison:
      pack.liaison === null
        ? '（未指定）'
        : [pack.liaison.name, pack.liaison.title, pack.liaison.phone].filter((part) => part !== null).join('，'),
    officials: pack.officials.length === 0 ? UNKNOWN : pack.officials.map(({ name, title }) => `${name}（${title}）`).join('、'),
    way: pack.note?.way || UNKNOWN,
    dialect: pack.note?.dialect || UNKNOWN,
    holidays: pack.note?.holidays || UNKNOWN,
    contacts: (pack.note?.contacts ?? []).map(({ name, duty, phone }) => ({ line: `${duty}：${name} ${phone}` })),
    schedule: pack.schedule
      .filter(({ revokedAt }) => revokedAt === null)
      .map(({ day, time, kind, title, location }) => ({
        line: [`${dayZh(day)}${time === null ? '' : ` ${time}`}`, KINDS[kind], title, location]
          .filter((part) => part !== null)
          .join('　'),
      })),
    sections: pack.sections.map(({ key, text, source }) => ({
      title: SECTIONS[key] ?? key,
      text: source === '' ? text : `${text}（来源：${source}）`,
    })),
  }))
}
