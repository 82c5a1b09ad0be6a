// What crosses the wire: one file per noun. Listed by name, so that what is public is a decision.
export { defineEndpoint } from './endpoint.ts'
export type { BodyOf, Endpoint, Method, ParamsOf, QueryOf, Reply, ReplyOf } from './endpoint.ts'
export {
  CountyCode,
  Day,
  Fen,
  Id,
  Instant,
  Line,
  Month,
  orUnknown,
  pageOf,
  PageQuery,
  PlaceCode,
  Prose,
  Reason,
} from './forms.ts'
export { getHealth } from './health.ts'
export { Problem, ProblemDocument, problemEntry, ProblemItem } from './problem.ts'
export type { ProblemCode, ProblemDetails } from './problem.ts'
