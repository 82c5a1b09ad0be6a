/** Whoever acts, and when: what a record of an act is signed with. */
export interface Acting {
  readonly by: { readonly id: string; readonly name: string }
  readonly at: Date
}
