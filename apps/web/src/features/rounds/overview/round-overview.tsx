export function RoundOverview({ round }: { readonly round: string }) {
  return <p>{round}</p>
}
