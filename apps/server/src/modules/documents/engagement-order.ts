// 授权任职的决定: one person, one team, one set of targets, one window (一次一授权). Official-document layout.
import { render } from './render.ts'
import { FONTS, OFFICIAL_PAGE, wordFile } from './word-file.ts'
import { paragraph, run } from './word-parts.ts'

export interface EngagementOrderPaper {
  readonly number: string
  /** 中共荆州市委巡察工作领导小组. */
  readonly issuer: string
  readonly person: string
  readonly post: string
  readonly round: string
  readonly team: string
  readonly role: string
  readonly targets: string
  readonly from: string
  readonly until: string
  readonly basis: string
  readonly meeting: string
  readonly waivers: string
  readonly date: string
}

/** 28.99 pt: 22 lines in a type area of 225 mm. */
const LINE = 580
const TWO_CHARACTERS = 640
const text = (words: string) =>
  paragraph(run(words, { size: 32, spacing: -4 }), { align: 'both', first: TWO_CHARACTERS, line: LINE })

function template() {
  const body = [
    paragraph(run('{issuer}文件', { font: FONTS.title, size: 52, color: 'C00000' }), { align: 'center', after: 480 }),
    paragraph(run('{number}', { size: 32 }), { align: 'center', after: 60, line: LINE }),
    `<w:p><w:pPr><w:pBdr><w:top w:val="single" w:sz="18" w:space="1" w:color="C00000"/></w:pBdr><w:spacing w:before="0" w:after="480"/></w:pPr></w:p>`,
    paragraph(run('关于授权{person}同志参加{round}的决定', { font: FONTS.title, size: 44 }), {
      align: 'center',
      after: 580,
      line: 660,
    }),
    text('根据{basis}，经{meeting}研究决定：'),
    text('授权{person}同志（{post}）担任{round}{team}{role}，对下列党组织开展巡察：{targets}。'),
    text('授权期限自{from}起至{until}止。'),
    text(
      '本授权一次一授权，仅限上列人员、职务、对象和期限；巡察任务完成或期限届满时自动撤销。发现应当回避情形的，授权即时停止，另行派员。',
    ),
    text('{waivers}'),
    paragraph('', { line: LINE }),
    paragraph('', { line: LINE }),
    paragraph(run('{issuer}', { size: 32 }), { align: 'right', right: 640, line: LINE }),
    paragraph(run('{date}', { size: 32 }), { align: 'right', right: 1280, line: LINE }),
  ]
  return wordFile(body.join(''), OFFICIAL_PAGE)
}

export function renderEngagementOrder(paper: EngagementOrderPaper): Buffer {
  return render(template(), paper)
}
