// Engines write Chinese with the marks of a terminal; pages and papers are set in full-width ones.
const FULL_WIDTH: Readonly<Record<string, string>> = { ',': '，', ':': '：', ';': '；' }

/** Full-width marks where Chinese stands beside them; formulas such as ⌊(n−1)/2⌋ stay as they are. */
export function fullWidth({ zh, en }: { readonly zh: string; readonly en: string }): { zh: string; en: string } {
  return {
    zh: zh
      .replaceAll(
        /(?<=[\p{Script=Han}”》）⌋‰])[,:;]\s?|[,:;]\s?(?=[\p{Script=Han}“《])/gu,
        (mark) => FULL_WIDTH[mark.trim()] ?? mark,
      )
      .replaceAll(/(?<=\p{Script=Han})\((?=\p{Script=Han})([^()]*)\)/gu, '（$1）'),
    en,
  }
}
