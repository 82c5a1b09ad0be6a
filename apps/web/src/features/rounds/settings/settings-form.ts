import type { BodyOf, changeRound, readRound, ReplyOf } from '@shengmian/contract'

export type RoundDetail = ReplyOf<typeof readRound>
export type RoundSettings = BodyOf<typeof changeRound>

/** What the form holds; the length is said once, by months or by the last day. */
export interface SettingsForm {
  readonly title: string
  readonly kinds: RoundSettings['kinds']
  /** Empty: none. */
  readonly template: string
  readonly mode: RoundSettings['mode']
  readonly types: RoundSettings['types']
  readonly elevated: boolean
  readonly sending: string | null
  readonly host: string | null
  readonly starts: string | null
  readonly length: 'months' | 'day'
  readonly months: number | null
  readonly ends: string | null
  readonly authorisation: { readonly number?: string; readonly date?: string | null; readonly by?: string }
  readonly programme: string
  readonly zones: readonly { readonly name?: string; readonly members?: readonly string[]; readonly similarity?: string }[]
}

export const emptyForm: SettingsForm = {
  title: '',
  kinds: ['routine'],
  template: '',
  mode: 'pooled',
  types: ['cross-region'],
  elevated: false,
  sending: null,
  host: null,
  starts: null,
  length: 'months',
  months: 3,
  ends: null,
  authorisation: {},
  programme: '',
  zones: [],
}

/** The form of a round that stands. */
export function formOf(round: RoundDetail): SettingsForm {
  return {
    title: round.title,
    kinds: round.kinds,
    template: round.template ?? '',
    mode: round.mode,
    types: round.types,
    elevated: round.elevated,
    sending: round.sending?.code ?? null,
    host: round.host?.code ?? null,
    starts: round.starts,
    length: 'day',
    months: null,
    ends: round.plannedEnds,
    authorisation: round.authorisation ?? {},
    programme: round.programme ?? '',
    zones: round.zones,
  }
}

/** What goes over the wire; rules and positions are kept as they stand. */
export function settingsOf(form: SettingsForm, kept: RoundDetail | null): RoundSettings {
  const { number, date, by } = form.authorisation
  const isRaised = form.types.includes('level-raised')
  return {
    title: form.title.trim(),
    kinds: form.kinds,
    mode: form.mode,
    types: form.types,
    elevated: isRaised && form.elevated,
    sending: form.sending,
    host: form.host,
    starts: form.starts ?? '',
    ...(form.length === 'months' && form.months !== null ? { months: form.months } : {}),
    ...(form.length === 'day' && form.ends !== null ? { ends: form.ends } : {}),
    template: form.template === '' ? null : form.template,
    programme: form.programme === '' ? null : form.programme,
    authorisation: number && date && by ? { number: number.trim(), date, by: by.trim() } : null,
    zones: form.zones.flatMap(({ name, members = [], similarity = '' }) =>
      name === undefined || members.length === 0 ? [] : [{ name, members: [...members], similarity }],
    ),
    ...(kept === null ? {} : { rules: kept.rules, positions: kept.positions }),
  }
}

/** The settings of a round as they stand, to change one part of them. */
export function keptSettings(round: RoundDetail): RoundSettings {
  return { ...settingsOf(formOf(round), round), basis: round.basis }
}
