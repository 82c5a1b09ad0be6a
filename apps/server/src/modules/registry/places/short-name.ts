/**
 * What people call a village or community: the register's name without its committee. 沿河村村民委员会 → 沿河村,
 * 多福巷社区居委会 → 多福巷社区. A name that would lose its meaning (东街居委会) stays whole.
 */
export function shortName(name: string): string {
  return name
    .replace(/(?<=.)村(?:村民委员会|村委会|村委员会|民委员会|委会)$/, '村')
    .replace(/(?<=社区)(?:社区)?(?:居民委员会|居委会|居委|居民委员)$/, '')
    .replace(/(?<=嘎查)(?:村民委员会|村委会|嘎查委员会|委员会)$/, '')
}
