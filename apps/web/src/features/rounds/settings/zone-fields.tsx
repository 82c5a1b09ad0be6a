import { useText } from '../../../lib/language.tsx'
import { Button, Form, Input } from '../../../ui/antd.ts'
import { PlacesField } from '../parts/places-field.tsx'
import { texts } from './texts.ts'

/** Zones of like regions, inside which a rotation stays (片区小循环). */
export function ZoneFields({ within }: { readonly within: string }) {
  const t = useText()
  return (
    <Form.Item label={t(texts.zones)} className="zone-fields">
      <Form.List name="zones">
        {(fields, { add, remove }) => (
          <>
            {fields.map((field) => (
              <div key={field.key} className="zone-row">
                <Form.Item name={[field.name, 'name']} noStyle>
                  <Input aria-label={t(texts.zoneName)} placeholder={t(texts.zoneName)} />
                </Form.Item>
                <Form.Item name={[field.name, 'members']} noStyle>
                  <PlacesField label={t(texts.zoneMembers)} within={within} />
                </Form.Item>
                <Form.Item name={[field.name, 'similarity']} noStyle>
                  <Input aria-label={t(texts.zoneWhy)} placeholder={t(texts.zoneWhy)} />
                </Form.Item>
                <button type="button" className="button-link" onClick={() => remove(field.name)}>
                  {t(texts.remove)}
                </button>
              </div>
            ))}
            <Button onClick={() => add({ members: [] })}>{t(texts.addZone)}</Button>
          </>
        )}
      </Form.List>
    </Form.Item>
  )
}
