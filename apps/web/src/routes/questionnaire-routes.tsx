// Questionnaires of a round: built, issued, typed in, counted.
import { createRoute } from '@tanstack/react-router'
import { frame, roundFrame } from './parents.tsx'
import { QuestionnairePage } from './questionnaire-page.tsx'
import { QuestionnairesPage } from './questionnaires-page.tsx'
import { SheetEntryPage } from './sheet-entry-page.tsx'
import { SurveyBatchesPage } from './survey-batches-page.tsx'
import { SurveyPaperPage } from './survey-paper-page.tsx'
import { SurveyResultsPage } from './survey-results-page.tsx'

const one = 'questionnaires/$questionnaire'

export const questionnairePages = [
  createRoute({ getParentRoute: () => roundFrame, path: 'questionnaires', component: QuestionnairesPage }),
  createRoute({ getParentRoute: () => roundFrame, path: one, component: QuestionnairePage }),
  createRoute({ getParentRoute: () => roundFrame, path: `${one}/batches`, component: SurveyBatchesPage }),
  createRoute({ getParentRoute: () => roundFrame, path: `${one}/results`, component: SurveyResultsPage }),
] as const

export const sheetPages = [
  createRoute({ getParentRoute: () => frame, path: '/questionnaire-batches/$batch', component: SheetEntryPage }),
  createRoute({ getParentRoute: () => frame, path: '/questionnaire-batches/$batch/paper', component: SurveyPaperPage }),
] as const
