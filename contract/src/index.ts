// What crosses the wire: one file per noun. Listed by name, so that what is public is a decision.
export {
  approveRole,
  changePassphrase,
  createAccount,
  disableAccount,
  grantRole,
  listAccounts,
  listOwnOrders,
  readSession,
  revokeRole,
  RoleName,
  signIn,
  signOut,
} from './access.ts'
export type { Account, OwnOrder, SessionView, SignedIn, StandingRole } from './access.ts'
export { askEmergency, confirmEmergency, listEmergencies, listEmergencyReadings, reportEmergency } from './emergencies.ts'
export type { Emergency } from './emergencies.ts'
export { approveCredentialChange, listCredentialChanges, resetPassphrase } from './credential-changes.ts'
export type { CredentialChange } from './credential-changes.ts'
export { listWaitingRoles } from './waiting-roles.ts'
export type { WaitingRole } from './waiting-roles.ts'
export { approveDelegation, lendRole, listDelegations, revokeDelegation } from './delegations.ts'
export type { Delegation } from './delegations.ts'
export {
  approveUnsealing,
  askUnsealing,
  dropLead,
  handOverLead,
  LeadSource,
  listLeadDesks,
  listLeadOpenings,
  listLeads,
  listUnsealings,
  openLead,
  readLead,
  readReporter,
} from './leads.ts'
export type { LeadContent, LeadEnvelope, LeadOpening, Unsealing } from './leads.ts'
export {
  addPasskey,
  askPasskey,
  confirmTotp,
  listOwnSessions,
  lockSession,
  offerPasskey,
  readSecondFactors,
  removeSecondFactor,
  renewRecoveryCodes,
  signOutEverywhere,
  startTotp,
  takeLeadsStep,
  takeSecondStep,
  unlockSession,
} from './sign-in.ts'
export type { OwnSession, SecondFactors } from './sign-in.ts'
export {
  arriveFromProvider,
  confirmIdentityLink,
  departToConfirm,
  departToProvider,
  endIdentityLink,
  listIdentityLinks,
  proposeIdentityLink,
  readIdentityProvider,
} from './identity-providers.ts'
export type { IdentityLink } from './identity-providers.ts'
export { liftRecusal, listRecusals, recordRecusal } from './recusals.ts'
export type { Recusal } from './recusals.ts'
export {
  decideReport,
  listDecisions,
  listHandlings,
  listInboxDesks,
  listSealedReplies,
  listSealedReports,
  noteNameOpening,
  noteReferral,
  postReply,
  takeReport,
  takeReportAttachment,
  Verdict,
} from './inbox.ts'
export type { Decision, Handling, InboxDesk, InboxTally, SealedReport } from './inbox.ts'
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
  turnsDirection,
  withoutTurning,
} from './forms.ts'
export {
  DeskCode,
  IntakeChallenge,
  IntakeDesk,
  IntakePart,
  IntakeServer,
  Mailbox,
  MailboxQuestion,
  MAX_ATTACHMENT,
  MAX_ENVELOPE,
  RegisterProof,
} from './intake.ts'
export { decideDesk, passRehearsal, proposeDesk, publishManifest, readDeskOfRound, startRehearsal } from './desks.ts'
export type { Desk, DeskOfRound } from './desks.ts'
export {
  decideNotice,
  listNotices,
  listPaperDesks,
  listPosters,
  logPublication,
  makePosters,
  Medium,
  NoticeChannel,
  readIntakeDays,
  revokePoster,
  writeNotice,
} from './posters.ts'
export type { Notice, PaperDesk, Poster } from './posters.ts'
export { listCardBatches, listCardMarks, listPrintedCards, makeCardBatch, markCard, MAX_CARDS, revokeCardBatch } from './cards.ts'
export type { CardBatch, CardMark, PrintedCards } from './cards.ts'
export {
  answerCorrection,
  checkMatter,
  classifyReport,
  downloadCorrections,
  judgeCorrection,
  listCorrections,
  listOwnCorrections,
  orderCorrection,
  readMatter,
} from './corrections.ts'
export type { Correction, Matter, OwnCorrection } from './corrections.ts'
export { addFindingSource, listFindings, withdrawFinding, withdrawFindingSource, writeFinding } from './findings.ts'
export type { Finding } from './findings.ts'
export {
  decideUrgency,
  downloadPetitionTrends,
  listPetitionFigures,
  listPetitionTrends,
  recordPetitionFigure,
  withdrawUrgencyDecision,
} from './petitions.ts'
export type { PetitionFigure, PetitionTrend } from './petitions.ts'
export { INTAKE_HEADERS } from './intake-headers.ts'
export { getHealth } from './health.ts'
export {
  approveErasure,
  downloadCheckpoint,
  downloadLedgerPolicy,
  downloadRecordProof,
  downloadVerifier,
  listErasures,
  proposeErasure,
  readLedger,
  readRecordHistory,
} from './ledger.ts'
export type { LedgerState } from './ledger.ts'
export { listRetention, proposeDueErasures, RetentionKind } from './retention.ts'
export type { DueRecord } from './retention.ts'
export { Problem, ProblemDocument, problemEntry, ProblemItem } from './problem.ts'
export type { ProblemCode, ProblemDetails } from './problem.ts'
export { checkMoves, explainSeat, makeMoves, readBoard, undoMoves } from './board.ts'
export { listBlackouts, putBlackout, removeBlackout } from './blackouts.ts'
export { readCalendar } from './calendar.ts'
export { ChargeKind, listCharges, nameCharge, readOwnAreas, revokeCharge } from './charges.ts'
export type { Charge } from './charges.ts'
export { downloadDutyMatrix, downloadDutySheet, dutyParts, putDutyMatrix, readDutyMatrix } from './duty-matrices.ts'
export type { DutyMatrix } from './duty-matrices.ts'
export { acknowledgeMessage, listLiaisonMessages, listOwnMessages, sendLiaisonMessage } from './liaison-messages.ts'
export {
  addArrangement,
  downloadPacks,
  finishArrangement,
  putLocalNote,
  readLogistics,
  readPacks,
  withdrawArrangement,
} from './logistics.ts'
export type { Arrangement, OnboardingPack, TargetLogistics } from './logistics.ts'
export {
  closeSurvey,
  createQuestionnaire,
  downloadQuestionnaire,
  importQuestionnaire,
  listQuestionnaires,
  publishQuestionnaire,
  readQuestionnaire,
  saveQuestionnaire,
} from './questionnaires.ts'
export type { Questionnaire, QuestionnaireForm } from './questionnaires.ts'
export {
  checkAnswerSheet,
  downloadSurveyResults,
  enterSheet,
  issueBatches,
  listBatches,
  readBatch,
  readSurveyResults,
  recordSideReview,
} from './questionnaire-batches.ts'
export type { OpenBatch, QuestionnaireBatches, SheetAnswers, SurveyCell, SurveyResults } from './questionnaire-batches.ts'
export { readReportChain, takeReportStep } from './report-chain.ts'
export { downloadCertificate, listCertificates, readCertificate } from './certificates.ts'
export {
  adoptMode,
  askComparison,
  cancelComparison,
  downloadComparison,
  listComparisons,
  readComparison,
  undoMode,
} from './comparisons.ts'
export {
  downloadCooperationEvents,
  listCooperationEvents,
  recordCooperationEvent,
  withdrawCooperationEvent,
} from './cooperation-events.ts'
export {
  cancelProposal,
  downloadPlan,
  downloadProblem,
  endWaiver,
  listPlans,
  listProposals,
  listWaivers,
  proposeDispatch,
  readProposal,
  readWhoInspectsWhom,
  signWaiver,
  takeProposal,
} from './dispatch.ts'
export {
  abortDraw,
  cancelTickets,
  commitToDraw,
  downloadBranches,
  downloadDraw,
  downloadReceipt,
  freezeDraw,
  listDraws,
  listOwnDraws,
  openSecret,
  pickTicket,
  readDraw,
  recordDice,
  rehearseDraw,
  replaceInDraw,
  solveTickets,
  takeReplacement,
} from './draws.ts'
export { declareLateTie, listLateTies } from './late-ties.ts'
export { askRelaxation, decideRelaxation, endRelaxation, listRelaxations } from './relaxations.ts'
export { downloadOrder, issueOrders, listOrders, revokeOrder } from './orders.ts'
export {
  acknowledgeProgramme,
  addProgrammeItem,
  approveProgramme,
  changeProgrammeDates,
  createProgramme,
  listProgrammes,
  readProgramme,
  removeProgrammeItem,
} from './programmes.ts'
export {
  answerComment,
  listComments,
  listMeetings,
  listSections,
  recordMeeting,
  writeComment,
  writeSection,
} from './round-papers.ts'
export {
  addTargetTree,
  listCandidates,
  listRoundTargets,
  readRoundCoverage,
  scoreCandidates,
  setRoundTargets,
} from './round-targets.ts'
export { adoptRotation, downloadRotation, readRotation, setRotationBars, undoRotation } from './rotation.ts'
export {
  askExtension,
  changeRound,
  createRound,
  decideExtension,
  listRounds,
  listRoundTemplates,
  readRound,
  takeRoundStep,
} from './rounds.ts'
export {
  askWithdrawal,
  decideWithdrawal,
  listTeams,
  listWithdrawals,
  readClashes,
  readPool,
  readRoster,
  setPool,
  setTeams,
} from './teams.ts'
export {
  adoptCalendar,
  cancelCalendar,
  checkVisitMoves,
  downloadCalendarFile,
  downloadTermCalendar,
  listCalendarVisits,
  moveVisits,
  planCalendar,
  readTermCalendar,
  setCalendarSettings,
  setUrgency,
  undoCalendar,
} from './term-calendars.ts'
export { createTermPlan, listNeverInspected, listTermPlans, readTermPlan, readYearPlan, setYearPlan } from './term-plans.ts'
export type {
  CheckFact,
  CheckName,
  CheckResult,
  Mark,
  NamedPerson,
  NamedPlace,
  RoundKind,
  RoundMode,
  RoundState,
  RoundType,
  Warning,
} from './round-forms.ts'
export { roundSteps } from './round-steps.ts'
export type { RoundEvent, RoundGuard, RoundRole, RoundStep } from './round-steps.ts'
export { getCapacity } from './capacity.ts'
export type { CountyCapacity, Shortage } from './capacity.ts'
export { evaluateTrainee, getPerson, listPeople, putPerson, readOwnPerson, setPersonState } from './people.ts'
export type { Person } from './people.ts'
export { getRegion, listProvinces, searchRegions } from './regions.ts'
export type { Region, RegionDetail } from './regions.ts'
export {
  checkSheet,
  commitImport,
  exportSheet,
  getMarkedFile,
  getSheetImport,
  getSheetTemplate,
  listSheetErrors,
} from './sheets.ts'
export type { SheetError, SheetImport, SheetNoun } from './sheets.ts'
export { recordKeys } from './record-keys.ts'
export { listDenials, listDenialTallies, listReadingRates, listReadings } from './watch.ts'
export type { Denial, DenialFacts, DenialTally, RequestNamed, RuleLine } from './watch.ts'
export { declareTie, listTieKinds, listTies, reviewTie, withdrawTie } from './ties.ts'
export type { Tie, TieEnd } from './ties.ts'
export {
  classifyUnit,
  countUnits,
  getUnit,
  listDossierVersions,
  listUnits,
  putDossierFacts,
  putDossierSection,
  putOfficial,
  putUnit,
  withdrawUnit,
} from './units.ts'
export type { Dossier, DossierFacts, DossierSection, Official, Unit, UnitClass, UnitKind } from './units.ts'
