import {
  answerComment as answerEndpoint,
  listComments,
  listMeetings,
  listSections,
  Problem as Refusal,
  recordMeeting as meetingEndpoint,
  writeComment as commentEndpoint,
  writeSection as sectionEndpoint,
} from '@shengmian/contract'
import { serve, type Route } from '../../../http/serve.ts'
import { demandRole } from '../policy.ts'
import { demandSubject, demandSubjectBelow } from './paper-subject.ts'
import {
  answerComment,
  recordMeeting,
  showMeetings,
  viewComments,
  viewSections,
  writeComment,
  writeSection,
} from './write-papers.ts'

const found = <T extends { readonly id: string }>(items: readonly T[], id: string): T => {
  const item = items.find((candidate) => candidate.id === id)
  if (item === undefined) throw new Refusal('not-found')
  return item
}

export const paperRoutes: readonly Route[] = [
  serve(listSections, async ({ params, tx }) => {
    await demandSubjectBelow(tx, params.of, params.subject)
    return viewSections(tx, params.subject)
  }),
  serve(sectionEndpoint, async ({ params, body, tx, caller, clock }) => {
    const subject = await demandSubject(tx, params.of, params.subject)
    await demandRole(tx, subject.authority, ['office'])
    await writeSection(tx, subject, params.key, body, { by: caller, at: clock.now() })
    return viewSections(tx, subject.id)
  }),
  serve(listMeetings, async ({ params, tx }) => {
    await demandSubject(tx, params.of, params.subject)
    return showMeetings(tx, params.subject)
  }),
  serve(meetingEndpoint, async ({ params, body, tx, caller, clock }) => {
    const subject = await demandSubject(tx, params.of, params.subject)
    await demandRole(tx, subject.authority, ['office', 'leading-group'])
    await recordMeeting(tx, subject, body, { by: caller, at: clock.now() })
    return found((await showMeetings(tx, subject.id)).items, body.id)
  }),
  serve(listComments, async ({ params, tx }) => {
    await demandSubjectBelow(tx, params.of, params.subject)
    return { items: await viewComments(tx, params.subject) }
  }),
  serve(commentEndpoint, async ({ params, body, tx, caller, clock }) => {
    const subject = await demandSubjectBelow(tx, params.of, params.subject)
    await writeComment(tx, subject, body, { by: caller, at: clock.now() })
    return found(await viewComments(tx, subject.id), body.id)
  }),
  serve(answerEndpoint, async ({ params, body, tx, caller, clock }) => {
    const subject = await demandSubject(tx, params.of, params.subject)
    await demandRole(tx, subject.authority, ['office'])
    await answerComment(tx, subject.id, params.comment, body, { by: caller, at: clock.now() })
    return found(await viewComments(tx, subject.id), params.comment)
  }),
]
