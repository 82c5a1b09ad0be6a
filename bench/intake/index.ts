// What the public intake promises: a flood is taken durably, nothing acknowledged is lost or doubled, broken links cost little, nothing is
// believed that was spoilt, and nothing says who sent a report.
import type { Measures } from '../figure.ts'
import { measureCutLinks } from './cut-links.ts'
import { measureFuzz } from './fuzz.ts'
import { measureInbox } from './inbox.ts'
import { measureKills } from './kills.ts'
import { measureMarks } from './marks.ts'
import { measurePageKills } from './page-kills.ts'
import { measurePageSpeed } from './page-speed.ts'
import { measureSubmissions } from './submissions.ts'

export const measures: Measures = {
  submissions: measureSubmissions,
  kills: measureKills,
  'cut links': measureCutLinks,
  marks: measureMarks,
  fuzz: measureFuzz,
  page: measurePageSpeed,
  'page kills': measurePageKills,
  inbox: measureInbox,
}
