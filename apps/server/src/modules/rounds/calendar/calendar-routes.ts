import { readCalendar } from '@shengmian/contract'
import { serve, type Route } from '../../../http/serve.ts'
import { viewCalendar } from './calendar-view.ts'

export const calendarRoutes: readonly Route[] = [serve(readCalendar, ({ query, tx }) => viewCalendar(tx, query))]
