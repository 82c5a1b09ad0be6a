// The logins of the demonstration world: one for each role, people invented.
import type { RoleName } from '@shengmian/contract'

/** One passphrase for all, stated on purpose: the world behind it is invented. */
export const DEMONSTRATION_PASSPHRASE = 'shengmian-yanshi-2026'

export interface DemonstrationAccount {
  readonly signInName: string
  readonly name: string
  readonly role: RoleName
  /** Place code of the body; `00` is the whole country. */
  readonly authority: string
  readonly body: string
  /** An inspector is somebody of the authority's pool, a liaison speaks for a unit that its round inspects. */
  readonly stands?: 'in-pool' | 'for-unit'
}

const pair = (
  key: string,
  authority: string,
  body: string,
  names: readonly [office: string, leading: string],
): readonly DemonstrationAccount[] => [
  { signInName: `${key}.office`, name: names[0], role: 'office', authority, body: `${body}办公室` },
  { signInName: `${key}.leading`, name: names[1], role: 'leading-group', authority, body },
]

export const demonstrationAccounts: readonly DemonstrationAccount[] = [
  ...pair('tianjin', '1201', '中共天津市委巡视工作领导小组', ['周明远', '郑国栋']),
  { signInName: 'tianjin.inspector', name: '', role: 'inspector', authority: '1201', body: '统配巡察人才库', stands: 'in-pool' },
  {
    signInName: 'tianjin.liaison',
    name: '韩秀兰',
    role: 'inspected-liaison',
    authority: '1201',
    body: '被巡察党组织',
    stands: 'for-unit',
  },
  ...pair('jingzhou', '4210', '中共荆州市委巡察工作领导小组', ['刘启航', '陈望江']),
  {
    signInName: 'jingzhou.inspector',
    name: '',
    role: 'inspector',
    authority: '4210',
    body: '荆州市巡察人才库',
    stands: 'in-pool',
  },
  {
    signInName: 'jingzhou.liaison',
    name: '熊桂芳',
    role: 'inspected-liaison',
    authority: '4210',
    body: '被巡察党组织',
    stands: 'for-unit',
  },
  {
    signInName: 'jingzhou.case',
    name: '许明镜',
    role: 'case-management',
    authority: '4210',
    body: '荆州市纪委监委案件监督管理室',
  },
  {
    signInName: 'jingzhou.case2',
    name: '向守拙',
    role: 'case-management',
    authority: '4210',
    body: '荆州市纪委监委案件监督管理室',
  },
  ...pair('jiangling', '421024', '中共江陵县委巡察工作领导小组', ['田小禾', '朱建安']),
  ...pair('jingzhouqu', '421003', '中共荆州市荆州区委巡察工作领导小组', ['龚文斌', '贺长春']),
  ...pair('baoshan', '5305', '中共保山市委巡察工作领导小组', ['段云山', '杨学礼']),
  ...pair('jiangsu', '32', '中共江苏省委巡视工作领导小组', ['顾怀瑾', '沈以诚']),
  ...pair('wuxi', '3202', '中共无锡市委巡察工作领导小组', ['钱汝霖', '华敬之']),
  ...pair('sichuan', '51', '中共四川省委巡视工作领导小组', ['蒲江河', '邓子规']),
  ...pair('zhangzhou', '3506', '中共漳州市委巡察工作领导小组', ['林海生', '黄则安']),
  ...pair('linzhou', '410581', '中共林州市委巡察工作领导小组', ['郝渠水', '元立身']),
  { signInName: 'system.admin', name: '系统管理员', role: 'system-admin', authority: '00', body: '系统管理' },
  { signInName: 'security.admin', name: '安全保密管理员', role: 'security-admin', authority: '00', body: '安全保密管理' },
  { signInName: 'audit.admin', name: '安全审计员', role: 'audit-admin', authority: '00', body: '安全审计' },
]
