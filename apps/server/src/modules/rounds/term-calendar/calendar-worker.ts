// The thread in which a calendar is planned; it leaves only together with the verdict of the independent check.
import { parentPort, workerData } from 'node:worker_threads'
import { planCalendar } from '@shengmian/dispatch'
import { verifyCalendar } from '@shengmian/dispatch/verify'
import type { CalendarMessage, CalendarTask } from './calendar-messages.ts'

const { problem, seed, kept } = workerData as CalendarTask
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
const tell = (message: CalendarMessage): void => parentPort?.postMessage(message)

const answer = await planCalendar(problem, seed, kept, { onProgress: (progress) => tell({ kind: 'progress', progress }) })
if (answer.kind === 'no-plan') tell(answer)
else tell({ ...answer, breaches: verifyCalendar(problem, answer.plan).breaches.map(({ fact }) => fact) })
