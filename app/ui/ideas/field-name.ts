import { useLocale } from '#app/ui/controls/use-locale.ts';

/** The name of a field in the language in use. */
export function useFieldName(): (field: { nameVi: string; nameEn: string }) => string {
  const locale = useLocale();
  return (field) => (locale === 'en' ? field.nameEn : field.nameVi);
}
