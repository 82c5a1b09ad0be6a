import type { Selectable } from 'kysely'
import { sqlOf } from '../../../platform/database.ts'
import type { RoundsComment, RoundsMeeting, RoundsSection } from '../../../platform/tables.generated.ts'
import type { Transaction } from '../../../platform/transaction.ts'

export type SectionRow = Selectable<RoundsSection>
export type MeetingRow = Selectable<RoundsMeeting>
export type CommentRow = Selectable<RoundsComment>

export interface Subject {
  readonly authority: number
  readonly id: string
  readonly kind: 'round' | 'programme'
}

export async function sectionsOf(tx: Transaction, subject: string): Promise<readonly SectionRow[]> {
  return sqlOf(tx)
    .selectFrom('rounds.section')
    .selectAll()
    .where('subject', '=', subject)
    .orderBy('position')
    .orderBy('key')
    .execute()
}

export async function insertSections(
  tx: Transaction,
  subject: Subject,
  sections: readonly { readonly key: string; readonly zh: string; readonly en: string }[],
): Promise<void> {
  await sqlOf(tx)
    .insertInto('rounds.section')
    .values(
      sections.map((section, position) => ({
        authority: subject.authority,
        subject: subject.id,
        subject_kind: subject.kind,
        ...section,
        text: '',
        locked: true,
        position,
      })),
    )
    .execute()
}

export async function putSection(
  tx: Transaction,
  subject: Subject,
  section: Omit<SectionRow, 'authority' | 'subject' | 'subject_kind'>,
): Promise<void> {
  const { text, zh, en, changed_at, changed_by, changed_name } = section
  await sqlOf(tx)
    .insertInto('rounds.section')
    .values({ authority: subject.authority, subject: subject.id, subject_kind: subject.kind, ...section })
    .onConflict((conflict) =>
      conflict.columns(['authority', 'subject', 'key']).doUpdateSet({ text, zh, en, changed_at, changed_by, changed_name }),
    )
    .execute()
}

export async function deleteSection(tx: Transaction, subject: Subject, key: string): Promise<void> {
  await sqlOf(tx)
    .deleteFrom('rounds.section')
    .where('authority', '=', subject.authority)
    .where('subject', '=', subject.id)
    .where('key', '=', key)
    .where('locked', '=', false)
    .execute()
}

export async function meetingsOf(tx: Transaction, subject: string): Promise<readonly MeetingRow[]> {
  return sqlOf(tx)
    .selectFrom('rounds.meeting')
    .selectAll()
    .where('subject', '=', subject)
    .orderBy('held_on')
    .orderBy('id')
    .execute()
}

export async function insertMeeting(
  tx: Transaction,
  meeting: Omit<MeetingRow, 'opinions'> & { readonly opinions: object[] },
): Promise<void> {
  await sqlOf(tx)
    .insertInto('rounds.meeting')
    .values({ ...meeting, opinions: JSON.stringify(meeting.opinions) })
    .execute()
}

export async function commentsOf(tx: Transaction, subject: string): Promise<readonly CommentRow[]> {
  return sqlOf(tx).selectFrom('rounds.comment').selectAll().where('subject', '=', subject).orderBy('at').orderBy('id').execute()
}

export async function insertComment(
  tx: Transaction,
  comment: Pick<CommentRow, 'authority' | 'subject' | 'id' | 'from_authority' | 'text' | 'by_account' | 'by_name' | 'at'>,
): Promise<void> {
  await sqlOf(tx)
    .insertInto('rounds.comment')
    .values({ ...comment, state: 'open' })
    .execute()
}

export async function updateComment(
  tx: Transaction,
  comment: CommentRow,
  answer: Pick<CommentRow, 'state' | 'reply' | 'replied_by' | 'replied_name' | 'replied_at'>,
): Promise<void> {
  await sqlOf(tx)
    .updateTable('rounds.comment')
    .set(answer)
    .where('authority', '=', comment.authority)
    .where('id', '=', comment.id)
    .execute()
}
