import { Logo } from '../parts/icon';
import { t } from '../text';
import { Keyboard } from './keyboard';
import { Library } from './library';
import { Marks } from './marks';
import { Rejected } from './rejected';
import { Sites } from './sites';
import type { OptionsProps } from './state';

/** Settings and library: few choices, and the articles that everything is known from. */
export const OptionsPage = (props: OptionsProps) => {
  const { choices, library, error } = props;
  return (
    <>
      <header class="np-top">
        <Logo />
        <span>Nameplate</span>
      </header>
      <main>
        <h1>{t('options.title')}</h1>
        <p class="np-soft privacy">{t('options.privacy')}</p>
        {error && (
          <p class="news bad" role="alert">
            {t('options.failed', error)}
          </p>
        )}
        {!error && !(choices && library) && <p role="status">{t('options.loading')}</p>}
        {choices && (
          <>
            <Marks kinds={choices.kinds} onKinds={props.onKinds} />
            {props.commands.length > 0 && <Keyboard commands={props.commands} />}
            <Sites off={choices.off} onSiteOn={props.onSiteOn} />
            <Rejected rejected={choices.rejected} onUndo={props.onUndo} />
          </>
        )}
        {library && <Library {...props} library={library} />}
      </main>
    </>
  );
};
