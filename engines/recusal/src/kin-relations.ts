// Whom a rule on kinship covers. Two lists differ: the civil servants' (K1 to K4) and the narrower one of the supervision law; an
// office chooses by which it recuses, and the choice decides whether a relative's tie has full strength.

export type KinDegree = 'K1' | 'K2' | 'K3' | 'K4'
/** `civil`: 公务员回避规定 (2020) Art. 5. `supervision`: near relatives of 监察法 Art. 58: spouse, parents, children, full siblings. */
export type KinList = 'civil' | 'supervision'

export type KinRelation = {
  readonly code: string
  readonly degree: KinDegree
  readonly zh: string
  readonly en: string
  readonly lists: readonly KinList[]
}

const BOTH: readonly KinList[] = ['civil', 'supervision']
const CIVIL: readonly KinList[] = ['civil']

/** Every relation that a declaration form offers, with its degree and the lists that name it. */
export const kinRelations: readonly KinRelation[] = [
  { code: 'spouse', degree: 'K1', zh: '配偶', en: 'spouse', lists: BOTH },
  { code: 'parent', degree: 'K2', zh: '父母', en: 'parent', lists: BOTH },
  { code: 'child', degree: 'K2', zh: '子女', en: 'child', lists: BOTH },
  { code: 'grandparent', degree: 'K2', zh: '祖父母、外祖父母', en: 'grandparent', lists: CIVIL },
  { code: 'grandchild', degree: 'K2', zh: '孙子女、外孙子女', en: 'grandchild', lists: CIVIL },
  { code: 'sibling', degree: 'K3', zh: '兄弟姐妹', en: 'brother or sister', lists: BOTH },
  { code: 'uncle-aunt', degree: 'K3', zh: '伯叔姑舅姨', en: 'uncle or aunt', lists: CIVIL },
  { code: 'cousin', degree: 'K3', zh: '堂、表兄弟姐妹', en: 'cousin', lists: CIVIL },
  { code: 'nephew-niece', degree: 'K3', zh: '侄子女、甥子女', en: 'nephew or niece', lists: CIVIL },
  { code: 'spouse-parent', degree: 'K4', zh: '配偶的父母', en: "spouse's parent", lists: CIVIL },
  { code: 'spouse-sibling', degree: 'K4', zh: '配偶的兄弟姐妹', en: "spouse's brother or sister", lists: CIVIL },
  {
    code: 'spouse-sibling-spouse',
    degree: 'K4',
    zh: '配偶的兄弟姐妹的配偶',
    en: "spouse of the spouse's brother or sister",
    lists: CIVIL,
  },
  { code: 'child-spouse', degree: 'K4', zh: '子女的配偶', en: "child's spouse", lists: CIVIL },
  { code: 'child-spouse-parent', degree: 'K4', zh: '子女配偶的父母', en: "parent of the child's spouse", lists: CIVIL },
  { code: 'collateral-spouse', degree: 'K4', zh: '三代以内旁系血亲的配偶', en: 'spouse of a collateral relative', lists: CIVIL },
]

/** The relation of a code, `undefined` for a relation that neither list names (a distant relative). */
export function kinRelationOf(code: string): KinRelation | undefined {
  return kinRelations.find((relation) => relation.code === code)
}
