import { Problem, type BodyOf, type changeRound, type Warning } from '@shengmian/contract'
import { placeNumber } from '../../../platform/places.ts'
import { lastDayOf } from '../days.ts'
import { checkForm } from './check-form.ts'
import { checkZones } from './check-zones.ts'
import type { RoundSettings } from './round-record.ts'
import { basisOf } from './templates.ts'

type Asked = BodyOf<typeof changeRound>

/** Beyond these a day is a slip of the keyboard. */
const EARLIEST = '2000-01-01'
const LATEST = '2100-01-01'

/** Turns what was asked into settings with every default filled in; refuses what contradicts itself. */
export function settleForm(asked: Asked, authority: number, targets: readonly string[] = []): RoundSettings {
  const settings: RoundSettings = {
    title: asked.title,
    kinds: asked.kinds,
    mode: asked.mode,
    types: asked.types,
    elevated: asked.elevated,
    sending: numberOf(asked.sending),
    host: numberOf(asked.host),
    starts: asked.starts,
    ends: endOf(asked),
    template: asked.template ?? null,
    programme: asked.programme ?? null,
    authorisation: asked.authorisation ?? null,
    basis: asked.basis ?? basisOf(asked.mode, asked.types),
    rules: asked.rules ?? {},
    zones: asked.zones ?? [],
    positions: asked.positions ?? {},
  }
  refuseBars([...checkForm({ ...settings, authority }, targets), ...checkZones(settings.zones)])
  return settings
}

/** Throws `unfit` with every bar among the warnings; warnings proper pass. */
export function refuseBars(warnings: readonly Warning[]): void {
  const bars = warnings.filter((warning) => warning.level === 'bar')
  if (bars.length === 0) return
  const [first] = bars
  throw new Problem('unfit', {
    ...(first === undefined ? {} : { zh: first.zh, en: first.en }),
    errors: bars.map(({ at, rule, zh, en }) => ({ at: at ?? rule, zh, en })),
  })
}

function numberOf(code: string | null): number | null {
  return code === null ? null : placeNumber(code)
}

function endOf(asked: Asked): string {
  if (asked.starts < EARLIEST || asked.starts > LATEST) {
    throw new Problem('unfit', {
      errors: [
        {
          at: 'starts',
          zh: `开始日期须在${EARLIEST}与${LATEST}之间`,
          en: `the start must lie between ${EARLIEST} and ${LATEST}`,
        },
      ],
    })
  }
  if (asked.ends !== undefined && asked.months === undefined) return asked.ends
  if (asked.ends === undefined && asked.months !== undefined) return lastDayOf(asked.starts, asked.months)
  throw new Problem('unfit', {
    errors: [{ at: 'ends', zh: '结束日期与月数填一项', en: 'give either the last day or the number of months' }],
  })
}
