import { useTranslation } from 'react-i18next';
import type { PanelChoice } from '#app/domain/contests/round-panels.ts';

/** The panels a seat may be put in, each with the rounds in which it decides what is read, where any round is parted. */
export function usePanelOptions(panels: readonly PanelChoice[]) {
  const { t } = useTranslation();
  const parted = panels.some(({ rounds }) => rounds.length > 0);
  return panels.map(({ key, name, rounds }) => ({
    value: key,
    label: name,
    hint: !parted
      ? undefined
      : rounds.length === 0
        ? t('organising:panel.poolPrefers')
        : t('organising:panel.poolParts', { rounds: rounds.join(', ') }),
  }));
}
