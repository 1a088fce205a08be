import documentCss from '../../../src/ui/document.css?inline';
import optionsCss from '../../../src/ui/options/options.css?inline';
import pageCss from '../../../src/ui/page.css?inline';
import { t } from '../../../src/ui/text';
import { WelcomePage } from '../../../src/ui/welcome/page';
import type { Step, WelcomeProps } from '../../../src/ui/welcome/state';
import welcomeCss from '../../../src/ui/welcome/welcome.css?inline';
import { source } from '../fixtures';
import { idle, PAGE_WIDTHS, pageState, type State } from '../state';

const piece: WelcomeProps['piece'] = {
  source: source('Lantern talks go into a third week'),
  paragraphs: [
    'Mina Sato met Tomas Berg at the customs house on Wednesday, and the Guild of Pilots waited outside.',
    '“A lantern that is not lit helps nobody,” Sato said, “and a toll that is not fair is not paid.”',
  ],
};

const state = (given: () => Partial<WelcomeProps>): State =>
  pageState([pageCss, documentCss, optionsCss, welcomeCss], PAGE_WIDTHS, () => (
    <WelcomePage
      piece={piece}
      done={new Set()}
      commands={[{ name: 'next-mark', description: t('commandNext'), keys: 'Alt+Shift+N' }]}
      off={[]}
      news={null}
      busy={false}
      onSiteOn={idle}
      onSiteOff={async () => true}
      onSettings={idle}
      onRetry={idle}
      {...given()}
    />
  ));

export const welcomeStates: Record<string, State> = {
  first: state(() => ({})),
  begun: state(() => ({ done: new Set<Step>(['hover']) })),
  'all-done': state(() => ({ done: new Set<Step>(['hover', 'keys', 'pin']), off: ['bank.example'] })),
  'no-keys': state(() => ({ commands: [] })),
  loading: state(() => ({ piece: 'loading' })),
  failed: state(() => ({ piece: 'failed' })),
};
