// Leads: dropped by teams, received by case management, handed on; nothing of them is read anywhere else.
export { leadRoutes } from './routes.ts'
