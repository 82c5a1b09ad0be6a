// How a commissioning authority signs its documents.
const SHORT: Readonly<Record<string, string>> = {
  北京市: '京',
  天津市: '津',
  河北省: '冀',
  山西省: '晋',
  内蒙古自治区: '蒙',
  辽宁省: '辽',
  吉林省: '吉',
  黑龙江省: '黑',
  上海市: '沪',
  江苏省: '苏',
  浙江省: '浙',
  安徽省: '皖',
  福建省: '闽',
  江西省: '赣',
  山东省: '鲁',
  河南省: '豫',
  湖北省: '鄂',
  湖南省: '湘',
  广东省: '粤',
  广西壮族自治区: '桂',
  海南省: '琼',
  重庆市: '渝',
  四川省: '川',
  贵州省: '黔',
  云南省: '滇',
  西藏自治区: '藏',
  陕西省: '陕',
  甘肃省: '甘',
  青海省: '青',
  宁夏回族自治区: '宁',
  新疆维吾尔自治区: '新',
}

/** 荆州市 → 荆, 天津市 → 津: the first character of a document series. */
export function shortForm(name: string): string {
  return SHORT[name] ?? name.slice(0, 1)
}

/** 荆州市 → 中共荆州市委巡察工作领导小组; a province's office inspects by 巡视. */
export function leadingGroupOf(name: string): string {
  const suffix = name.endsWith('自治区') ? '党委' : '委'
  return `中共${name}${suffix}${name in SHORT ? '巡视' : '巡察'}工作领导小组`
}

const ROLES: Readonly<Record<string, string>> = {
  leader: '组长',
  deputy: '副组长',
  liaison: '联络员',
  director: '巡察办主任（组员）',
  member: '组员',
}

export function roleZh(role: string): string {
  return ROLES[role] ?? role
}

/** What an order opens: a role that it does not know serves as a member. */
export function capacityOf(role: string): 'leader' | 'deputy' | 'liaison' | 'member' {
  return role === 'leader' || role === 'deputy' || role === 'liaison' ? role : 'member'
}
