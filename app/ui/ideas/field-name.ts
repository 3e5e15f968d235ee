import { useTranslation } from 'react-i18next';

/** The name of a field in the language in use. */
export function useFieldName(): (field: { nameVi: string; nameEn: string }) => string {
  const { i18n } = useTranslation();
  return (field) => (i18n.language === 'en' ? field.nameEn : field.nameVi);
}
