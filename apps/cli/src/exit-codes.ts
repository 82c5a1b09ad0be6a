/** What the caller of the program may rely on. */
export const EXIT = {
  /** A plan was written; the plan is valid; an explanation was given. */
  done: 0,
  /** `verify`: the plan breaks a rule. */
  broken: 1,
  /** Bad input: what is wrong and where; nothing is written. */
  badInput: 2,
  /** No plan can exist. */
  noPlan: 3,
  /** A fault of the program itself (EX_SOFTWARE of sysexits.h). */
  fault: 70,
  /** Stopped by Ctrl-C before there was a plan to write (128 + SIGINT). */
  stopped: 130,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]
