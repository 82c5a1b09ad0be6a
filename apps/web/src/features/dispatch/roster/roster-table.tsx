import type { readRoster, ReplyOf } from '@shengmian/contract'
import { useText } from '../../../lib/language.tsx'
import { seatRole } from '../../../lib/round-words.ts'
import { Table, type TableColumnsType } from '../../../ui/antd.ts'
import './roster.css'

export type Roster = ReplyOf<typeof readRoster>
type Member = Roster['members'][number]

const texts = {
  team: { zh: '组', en: 'Team' },
  seat: { zh: '职务', en: 'Seat' },
  name: { zh: '姓名', en: 'Name' },
  post: { zh: '单位职务', en: 'Employer, post' },
  home: { zh: '工作地', en: 'Home' },
  ties: { zh: '与进驻地的关系', en: 'Ties to the place' },
  none: { zh: '0', en: '0' },
  newFace: { zh: '新面孔', en: 'New face' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '巡察过', en: 'has been there' },
  unknownHome: { zh: '未核', en: 'unverified' },
}

/** Every member with his ties to the place inspected: none is a counted 0, and what nobody has checked is never counted as none. */
export function RosterTable({ members }: { readonly members: readonly Member[] }) {
  const t = useText()
  const columns: TableColumnsType<Member> = [
    { title: t(texts.team), dataIndex: 'teamName', width: 130, ellipsis: true },
    { title: t(texts.seat), key: 'seat', width: 80, render: (_value, member) => t(seatRole(member.role)) },
    { title: t(texts.name), key: 'name', width: 88, render: (_value, member) => member.person.name },
    { title: t(texts.post), key: 'post', width: 130, ellipsis: true, render: (_value, member) => member.person.title },
    {
      title: t(texts.home),
      key: 'home',
      width: 96,
      render: (_value, member) => member.person.home?.name ?? <span className="unverified">{t(texts.unknownHome)}</span>,
    },
    {
      title: t(texts.ties),
      key: 'ties',
      render: (_value, member) => (
        <ul className="roster-ties">
          {member.ties.length + member.unknown.length === 0 ? <li>{t(texts.none)}</li> : null}
          {member.ties.map((tie) => (
            <li key={tie.zh}>{t(tie)}</li>
          ))}
          {member.unknown.map((fact) => (
            <li key={fact.zh}>
              <span className="unverified">{t(fact)}</span>
            </li>
          ))}
        </ul>
      ),
    },
    { title: t(texts.newFace), key: 'new', width: 80, render: (_value, member) => t(member.newFace ? texts.yes : texts.no) },
  ]
  return (
    <Table<Member>
      size="small"
      rowKey={(member) => `${member.team} ${member.person.id}`}
      columns={columns}
      dataSource={[...members]}
      pagination={false}
      sticky
      scroll={{ x: 780 }}
    />
  )
}
