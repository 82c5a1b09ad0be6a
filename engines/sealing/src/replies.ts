// What the villager's page needs when somebody comes back with a receipt.
export { readReplies } from './reply.ts'
