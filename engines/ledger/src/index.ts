// The log's writer: entries, tree, tiles, proofs, checkpoints. Whoever verifies shares none of this: see engines/ledger-verify.
export { hex, utf8 } from './bytes.ts'
export type { Hash } from './bytes.ts'
export { checkpointText, cosignedMessage, proofText, timedSignature, witnessRequest } from './checkpoint.ts'
export type { TreeHead } from './checkpoint.ts'
export { commitTo, entryBytes, entryText } from './entry.ts'
export type { Happening, Place, RowOperation } from './entry.ts'
export { keyId, signNote, verifierKey } from './note.ts'
export type { Signer, SignerKey } from './note.ts'
export { consistencyRanges, hashesOf, inclusionRanges, nodesOfRanges } from './proofs.ts'
export { sm2PublicKey, sm2Sign } from './sm2.ts'
export {
  EMPTY_EDGE,
  TILE_WIDTH,
  appendLeaves,
  bundleOf,
  partialTiles,
  pathOfTile,
  readFromTiles,
  rootOfEdge,
  tileOfNode,
} from './tiles.ts'
export type { Edge, Tile } from './tiles.ts'
export { hashLeaf, hashText } from './tree.ts'
