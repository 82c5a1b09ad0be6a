import { withdrawUnit, type Dossier, type Official } from '@shengmian/contract'
import { useText } from '../../lib/language.tsx'
import { useAct } from '../../lib/use-endpoint.ts'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { refreshUnits } from './api.ts'
import { ClassifyDialog } from './classify-dialog.tsx'
import { DossierFactsDialog } from './dossier-facts-dialog.tsx'
import { OfficialDialog } from './official-dialog.tsx'
import { UnitDialog } from './unit-dialog.tsx'
import { unitEditTexts as texts } from './unit-edit-texts.ts'

/** What an office does with a unit; the last with an official of it, `null` for a new one. */
export type UnitAct =
  | { readonly act: 'name' | 'withdraw' | 'facts' | 'classify' }
  | { readonly act: 'official'; readonly official: Official | null }

interface UnitDialogsProps {
  readonly asked: UnitAct
  readonly dossier: Dossier
  readonly onClose: () => void
}

/** The dialog of the act that was chosen for a unit. */
export function UnitDialogs({ asked, dossier, onClose }: UnitDialogsProps) {
  const t = useText()
  const withdraw = useAct(withdrawUnit, refreshUnits)
  const unit = dossier.unit.id
  switch (asked.act) {
    case 'name':
      return <UnitDialog unit={dossier.unit} onClose={onClose} />
    case 'facts':
      return <DossierFactsDialog dossier={dossier} onClose={onClose} />
    case 'classify':
      return <ClassifyDialog dossier={dossier} onClose={onClose} />
    case 'official':
      return <OfficialDialog unit={unit} official={asked.official} onClose={onClose} />
    case 'withdraw':
      return (
        <ReasonDialog
          title={`${dossier.unit.name} ${t(texts.withdraw)}`}
          act={t(texts.withdraw)}
          note={t(texts.withdrawNote)}
          isDanger
          isBusy={withdraw.isPending}
          error={withdraw.error}
          onClose={onClose}
          onDone={(reason) => withdraw.mutate({ params: { unit }, body: { reason } }, { onSuccess: onClose })}
        />
      )
  }
}
