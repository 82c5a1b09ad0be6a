// Accounts, sign-in, standing roles, engagement orders, and the policies that hold every table.
export { issueOrders, ordersOfRound, revokeOrders } from './issue-orders.ts'
export type { Capacity, EngagementOrder, OrderRow } from './order-store.ts'
export { applyPolicies } from './policies/apply-policies.ts'
export { accessRoutes } from './routes.ts'
export { openSignInDesk } from './sign-in-desk.ts'
export type { SignInDesk } from './sign-in-desk.ts'
