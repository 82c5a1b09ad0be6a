// The door: pages take components of the library from here, so that what the product uses of it is one list.
export {
  Alert,
  App,
  AutoComplete,
  Button,
  Checkbox,
  DatePicker,
  Dropdown,
  Form,
  Input,
  InputNumber,
  Modal,
  QRCode,
  Radio,
  Segmented,
  Select,
  Skeleton,
  Table,
  Upload,
} from 'antd'
export type { FormInstance, TableColumnsType } from 'antd'
