export function RoundList() {
  return null
}
