// The desk of a round on the staff's side: how it is opened, keyed, made known and closed. Nothing secret passes through here.
export { deskRoutes } from './routes.ts'
