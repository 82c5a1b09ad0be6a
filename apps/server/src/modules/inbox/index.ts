// The inbox of sealed reports: handed out one by one, answered, decided, referred. What they say stays on the device that opens them.
export { inboxRoutes } from './routes.ts'
