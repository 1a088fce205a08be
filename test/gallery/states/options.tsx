import type { Choices } from '../../../src/browser/messages';
import documentCss from '../../../src/ui/document.css?inline';
import optionsCss from '../../../src/ui/options/options.css?inline';
import { OptionsPage } from '../../../src/ui/options/page';
import type { OptionsProps } from '../../../src/ui/options/state';
import pageCss from '../../../src/ui/page.css?inline';
import { t } from '../../../src/ui/text';
import { LIBRARY, LONG_WORD } from '../fixtures';
import { idle, PAGE_WIDTHS, pageState, type State } from '../state';

const choices: Choices = {
  kinds: ['person', 'organisation'],
  look: 'dotted',
  delay: 'normal',
  ownMarks: false,
  privately: false,
  off: [],
  rejected: [],
};
const state = (given: (lang: string) => Partial<OptionsProps>): State =>
  pageState([pageCss, documentCss, optionsCss], PAGE_WIDTHS, (lang) => (
    <OptionsPage
      choices={choices}
      library={LIBRARY}
      commands={[
        { name: 'next-mark', description: t('commandNext'), keys: 'Alt+Shift+N' },
        { name: 'previous-mark', description: t('commandPrevious'), keys: 'Alt+Shift+P' },
      ]}
      error={null}
      news={null}
      busy={false}
      dwell={{ short: 150, normal: 300, long: 700 }}
      onChoose={idle}
      onSiteOn={idle}
      onSiteOff={async () => true}
      onUndoRejection={idle}
      onChangeKeys={idle}
      onRetry={idle}
      {...given(lang)}
    />
  ));

export const optionsStates: Record<string, State> = {
  first: state(() => ({})),
  chosen: state(() => ({
    choices: {
      kinds: ['person', 'organisation', 'place', 'other'],
      look: 'solid',
      delay: 'long',
      ownMarks: true,
      privately: true,
      off: ['bank.example', 'localhost:8080'],
      rejected: [{ entity: 'e1', surface: 'Berg', host: 'alps.example', name: 'Tomas Berg' }],
    },
  })),
  hover: state(() => ({ choices: { ...choices, kinds: [], look: 'hover', delay: 'short' } })),
  loading: state(() => ({ choices: null, library: null, commands: [] })),
  failed: state(() => ({ choices: null, library: null, commands: [], error: t('problem.unreachable') })),
  'no-keys': state(() => ({
    commands: [{ name: 'next-mark', description: t('commandNext'), keys: '' }],
  })),
  'site-off': state(() => ({
    choices: { ...choices, off: ['bank.example'] },
    news: { place: 'sites', good: true, lines: [t('options.siteOffNow', 'bank.example')], undo: idle },
  })),
  'no-site': state(() => ({
    news: {
      place: 'sites',
      good: false,
      lines: [t('options.failed', t('problem.noSite', 'my bank'))],
      undo: null,
    },
  })),
  'long-names': state(() => ({ choices: { ...choices, off: [`${LONG_WORD}.example`] } })),
};
