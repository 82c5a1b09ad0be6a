import '@fontsource/noto-sans-sc/400.css'
import '@fontsource/noto-sans-sc/500.css'
import '@fontsource/noto-sans-sc/600.css'
import './ui/style.css'
import './ui/print.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { makeQueryClient } from './lib/query-client.ts'
import { LanguageProvider } from './lib/language.tsx'
import { makeRouter } from './routes/tree.tsx'
import { LookProvider } from './ui/look.tsx'

const queries = makeQueryClient()
const router = makeRouter(queries)
const root = document.getElementById('root')
if (root === null) throw new Error('the page has no #root')

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <LanguageProvider>
        <LookProvider>
          <RouterProvider router={router} />
        </LookProvider>
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
)
