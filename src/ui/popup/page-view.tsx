import type { TabBrief } from '../../browser/messages';
import { t } from '../text';
import { Gist } from './gist';
import { Newest } from './newest';
import { People } from './people';
import type { PopupProps } from './state';
import { Story } from './story';

/** Where browsers offer extensions and let none run. */
const SHOPS = [
  'addons.mozilla.org',
  'chromewebstore.google.com',
  'chrome.google.com',
  'microsoftedge.microsoft.com',
  'addons.opera.com',
];

type Props = Pick<PopupProps, 'view' | 'onJump' | 'onEnable' | 'onRetry' | 'onReload'>;

/** What the popup says of the page: who, in short, the story; or plainly why it cannot. */
export const PageView = ({ view, onJump, onEnable, onRetry, onReload }: Props) => {
  if (view.is === 'loading') {
    return (
      <div class="waiting np-late" role="status">
        <p>{t('popup.loading')}</p>
        <span aria-hidden="true" />
        <span aria-hidden="true" />
        <span aria-hidden="true" />
      </div>
    );
  }
  if (view.is === 'failed') {
    return (
      <div class="notice bad" role="alert">
        <p class="why">{t('popup.failed')}</p>
        <p class="detail">{view.error}</p>
        <button type="button" onClick={onRetry}>
          {t('popup.retry')}
        </button>
      </div>
    );
  }
  const { brief } = view;
  if (!brief.reachable) {
    if (brief.host === null) return <Without brief={brief} why={t('popup.closed')} />;
    if (SHOPS.includes(brief.host)) return <Without brief={brief} why={t('popup.shop')} />;
    return (
      <Without brief={brief} why={t('popup.absent')}>
        <button type="button" onClick={onReload}>
          {t('popup.reload')}
        </button>
      </Without>
    );
  }
  if (!brief.enabled) {
    const why = brief.host ? t('popup.off', brief.host) : t('popup.offShort');
    return (
      <Without brief={brief} why={why}>
        <button type="button" onClick={() => onEnable(true)}>
          {t('popup.turnOn')}
        </button>
      </Without>
    );
  }
  if (brief.people.length === 0) {
    return (
      <Without brief={brief} why={t('popup.noNames')}>
        {brief.gist.length > 0 && <Gist gist={brief.gist} />}
      </Without>
    );
  }
  return (
    <>
      {brief.private && <Private brief={brief} />}
      <People people={brief.people} onJump={onJump} />
      {brief.whole ? <Rest brief={brief} /> : <Coming />}
    </>
  );
};

/** Room for what is being read, so that the popup's window need not grow when it comes. */
const Coming = () => <div class="coming" />;

/** What stands under the people once the page's article has been read. */
const Rest = ({ brief: { gist, story, newest, pageDate } }: { brief: TabBrief }) => (
  <>
    {gist.length > 0 && <Gist gist={gist} />}
    {story.length > 0 ? <Story story={story} pageDate={pageDate} /> : <Newest newest={newest} />}
  </>
);

interface WithoutProps {
  brief: TabBrief;
  why: string;
  children?: preact.ComponentChildren;
}

/** In a private window: what of it is kept, and what is used. */
const Private = ({ brief }: { brief: TabBrief }) => (
  <p class="private np-soft">{t(brief.shelf === 'all' ? 'popup.privateWith' : 'popup.private')}</p>
);

/** Without names of this page: says why, and shows what the library has that is new. */
const Without = ({ brief, why, children }: WithoutProps) => (
  <>
    {brief.private && <Private brief={brief} />}
    <div class="notice">
      <p class="why">{why}</p>
      {children}
    </div>
    {brief.whole ? <Newest newest={brief.newest} /> : <Coming />}
  </>
);
