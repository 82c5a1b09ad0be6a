// A division of duties to start from, before an authority has adopted its own. R responsible, A accountable, C consulted, I informed.
import type { DutyMatrix } from '@shengmian/contract'

type Tasks = DutyMatrix['tasks']

export const proposedHolders: readonly string[] = [
  '领导小组组长',
  '领导小组副组长',
  '巡察办',
  '巡察组',
  '纪委监委',
  '组织部',
  '乡镇（街道）党委',
  '村（社区）党组织',
  '职能部门',
]

const task = (title: string, letters: string): Tasks[number] => ({
  title,
  parts: [...letters].map((letter) => (letter === '-' ? null : (letter as 'R' | 'A' | 'C' | 'I'))),
})

export const proposedTasks: Tasks = [
  task('审定五年规划与年度计划', 'ACRICC---'),
  task('批准轮次、组长授权与派遣', 'ACRICC---'),
  task('核查回避', '-IARCC---'),
  task('进驻了解、形成底稿', '-IARII--I'),
  task('后勤保障与联络', '--AI--RRI'),
  task('审核巡察报告', 'ARRRCC---'),
  task('移交问题线索', 'IIARRC---'),
  task('反馈意见', 'IARRCCII-'),
  task('村级整改', '-IC-CCARC'),
  task('系统性问题整改', '-ICICCR-A'),
  task('整改日常监督', 'IIC-ARIII'),
  task('整改验收与销号', 'IAR-CCIIC'),
]
