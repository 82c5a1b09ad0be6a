import {
  adoptCalendar as adoptEndpoint,
  cancelCalendar as cancelEndpoint,
  checkVisitMoves,
  downloadCalendarFile,
  downloadTermCalendar,
  listBlackouts,
  listCalendarVisits,
  moveVisits as moveEndpoint,
  planCalendar as planEndpoint,
  Problem as Refusal,
  putBlackout as putBlackoutEndpoint,
  readTermCalendar,
  removeBlackout as removeBlackoutEndpoint,
  setCalendarSettings,
  setUrgency as setUrgencyEndpoint,
  undoCalendar as undoEndpoint,
} from '@shengmian/contract'
import { serve, type Route } from '../../../http/serve.ts'
import { adoptCalendar } from './adopt-calendar.ts'
import { calendarFile } from './calendar-file.ts'
import { writeCalendarSheet } from './calendar-sheet.ts'
import { viewTermCalendar } from './calendar-view.ts'
import { setUrgency } from './keep-wishes.ts'
import { checkMoves, moveVisits } from './move-visits.ts'
import { cancelCalendar, planCalendar } from './plan-calendar.ts'
import { putBlackout, removeBlackout, viewBlackouts } from './put-blackout.ts'
import { setSettings } from './settings.ts'
import { undoCalendar } from './undo-calendar.ts'
import { viewVisits } from './visits-view.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const termCalendarRoutes: readonly Route[] = [
  serve(readTermCalendar, ({ params, query, tx, clock }) => viewTermCalendar(tx, params.plan, query, clock.now())),
  serve(listCalendarVisits, ({ params, query, tx, clock }) => viewVisits(tx, params.plan, query, clock.now())),
  serve(setCalendarSettings, async ({ params, body, tx, caller, clock }) => {
    await setSettings(tx, params, body, { by: caller, at: clock.now() })
    return { isStale: (await viewTermCalendar(tx, params.plan, {}, clock.now())).isStale }
  }),
  serve(listBlackouts, async ({ params, tx }) => ({ items: await viewBlackouts(tx, params.plan) })),
  serve(putBlackoutEndpoint, ({ params, body, tx, caller, clock }) =>
    putBlackout(tx, params, body, { by: caller, at: clock.now() }),
  ),
  serve(removeBlackoutEndpoint, ({ params, tx }) => removeBlackout(tx, params)),
  serve(planEndpoint, ({ params, body, tx, caller, clock }) =>
    planCalendar(tx, params.plan, body, { by: caller, at: clock.now() }),
  ),
  serve(cancelEndpoint, ({ params, tx, clock }) => cancelCalendar(tx, params.plan, params.proposal, clock.now())),
  serve(checkVisitMoves, ({ params, body, tx, clock }) => checkMoves(tx, params.plan, body, clock.now())),
  serve(moveEndpoint, async ({ params, body, tx, caller, clock }) => ({
    version: await moveVisits(tx, params.plan, body, { by: caller, at: clock.now() }),
  })),
  serve(undoEndpoint, async ({ params, body, tx, caller, clock }) => ({
    version: await undoCalendar(tx, params.plan, { version: body.version, by: caller, at: clock.now() }),
  })),
  serve(setUrgencyEndpoint, async ({ params, body, tx, caller, clock }) => {
    await setUrgency(tx, params.plan, body, { by: caller, at: clock.now() })
    return { units: body.units.length }
  }),
  serve(adoptEndpoint, ({ params, body, tx, clock }) => adoptCalendar(tx, params.plan, body, clock.now())),
  serve(downloadTermCalendar, async ({ params, tx, clock }) => {
    const calendar = await viewTermCalendar(tx, params.plan, {}, clock.now())
    if (calendar.version === null) throw new Refusal('wrong-state', { zh: '还没有排期', en: 'there is no calendar yet' })
    const place = calendar.authority.code === '00' ? '' : calendar.authority.code
    const { items } = await viewVisits(tx, params.plan, { place }, clock.now())
    const file = await writeCalendarSheet(calendar, items, await viewBlackouts(tx, params.plan))
    return { file, name: `排期-${calendar.firstYear}-${calendar.lastYear}.xlsx`, type: XLSX }
  }),
  serve(downloadCalendarFile, ({ params, tx }) => calendarFile(tx, params.plan, params.file)),
]
