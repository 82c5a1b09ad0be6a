import type { Warning } from '@shengmian/contract'
import type { RoundSettings } from './round-record.ts'

/** Every place is a member of one zone at most, itself or through a place that it lies in; zone names differ. */
export function checkZones(zones: RoundSettings['zones']): readonly Warning[] {
  const members = zones.flatMap((zone, index) => zone.members.map((code) => ({ code, zone: zone.name, index })))
  const doubles = members.flatMap((member, k): Warning[] => {
    const before = members.slice(0, k).find(({ code }) => code.startsWith(member.code) || member.code.startsWith(code))
    return before === undefined
      ? []
      : [
          bar(
            `zones[${member.index}].members`,
            `${member.code}已在片区“${before.zone}”${before.code === member.code ? '' : `（${before.code}）`}，一个地区只能属于一个片区`,
            `${member.code} already lies in the zone “${before.zone}”: a place belongs to one zone`,
          ),
        ]
  })
  const named = zones.flatMap(({ name }, index): Warning[] =>
    zones.findIndex((zone) => zone.name === name) === index
      ? []
      : [bar(`zones[${index}].name`, `片区名称“${name}”重复`, `the zone name “${name}” is there twice`)],
  )
  return [...doubles, ...named]
}

function bar(at: string, zh: string, en: string): Warning {
  return { level: 'bar', rule: 'zones', zh, en, at }
}
