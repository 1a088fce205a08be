import { Sites } from '../options/sites';
import { Logo } from '../parts/icon';
import { type Key, t } from '../text';
import { LivePiece } from './live-piece';
import type { WelcomeProps } from './state';
import { Steps } from './steps';

const READ: readonly Key[] = ['welcome.readPages', 'welcome.readSaved', 'welcome.readWhere'];
const NEVER: readonly Key[] = ['welcome.neverSent', 'welcome.neverCounted', 'welcome.neverSeen'];

/** The first page after installing: a live piece to try everything on, what is read and what never leaves, the switch. */
export const WelcomePage = (props: WelcomeProps) => (
  <>
    <header class="np-top">
      <Logo />
      <span translate={false}>{t('extName')}</span>
    </header>
    <main>
      <h1>{t('welcome.title')}</h1>
      <p class="lead">{t('welcome.lead')}</p>
      <div class="try">
        <LivePiece piece={props.piece} onRetry={props.onRetry} />
        <Steps done={props.done} commands={props.commands} />
      </div>
      <section aria-labelledby="privacy">
        <h2 id="privacy">{t('welcome.privacy')}</h2>
        <div class="two">
          <Points heading="welcome.read" points={READ} />
          <Points heading="welcome.never" points={NEVER} />
        </div>
      </section>
      <Sites {...props} heading={t('welcome.sites')}>
        <p>{t('welcome.sitesHow')}</p>
      </Sites>
      <p class="on">
        <button type="button" onClick={props.onSettings}>
          {t('popup.settings')}
        </button>
      </p>
    </main>
  </>
);

const Points = ({ heading, points }: { heading: Key; points: readonly Key[] }) => (
  <div>
    <h3>{t(heading)}</h3>
    <ul class="points">
      {points.map((point) => (
        <li key={point}>{t(point)}</li>
      ))}
    </ul>
  </div>
);
