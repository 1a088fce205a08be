import { WELCOME } from '../links';
import { Logo } from '../parts/icon';
import { Opening } from '../parts/opening';
import { Told } from '../parts/told';
import { t } from '../text';
import { Keyboard } from './keyboard';
import { Language } from './language';
import { Library } from './library';
import { Marks } from './marks';
import { PrivateWindows } from './private';
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
        <Opening error={error} open={choices !== null && library !== null} onRetry={props.onRetry} />
        {choices && (
          <>
            <Marks {...props} choices={choices} />
            <Told news={props.news} place="marks" />
            <Language />
            {props.commands.length > 0 && (
              <Keyboard commands={props.commands} onChange={props.onChangeKeys} />
            )}
            <Sites {...props} off={choices.off} />
            <PrivateWindows {...props} privately={choices.privately} />
            <Rejected {...props} rejected={choices.rejected} />
          </>
        )}
        {library && <Library library={library} />}
        <p class="again">
          <a href={WELCOME}>{t('options.welcome')}</a>
        </p>
      </main>
    </>
  );
};
