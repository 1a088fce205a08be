import type { Brief } from '../../brief/types';
import type { TabBrief } from '../../browser/messages';
import { Offer } from '../feeds/offer';
import { rangeText, t } from '../text';
import { Found } from './found';
import { Head } from './head';
import { PageView } from './page-view';
import { SaveButton } from './save-button';
import { SavedNote } from './saved-note';
import type { PopupProps } from './state';

/** The toolbar popup: search over all, then the page's people, gist and story, or what it has to say instead. */
export const Popup = (props: PopupProps) => {
  const { view, query, found, saving, news } = props;
  const brief = view.is === 'ready' ? view.brief : null;
  return (
    <>
      <Head {...props} />
      <main>{query.trim() ? <Found query={query} found={found} /> : <PageView {...props} />}</main>
      <div class="end">
        <SavedNote saving={saving} onUndo={props.onUnsave} onClose={props.onSaveSeen} />
        <p class="news" role="status" data-shown={news ? '' : undefined}>
          {news}
        </p>
        {!brief?.private && <Offer offer={props.feed} onFollow={props.onFollow} />}
        {brief && (
          <footer>
            <p class="np-soft">{coversIn(brief.covers)}</p>
            {brief.reachable && (brief.savable || brief.saved) && (
              <SaveButton saving={saving} saved={brief.saved} onSave={props.onSave} />
            )}
            {isBare(brief) && <p class="np-soft">{t('popup.noArticle')}</p>}
          </footer>
        )}
      </div>
    </>
  );
};

/** The days that the library covers, in few words. */
const coversIn = ({ from, to }: Brief['covers']): string =>
  from && to ? t('popup.covers', rangeText(from, to)) : t('popup.coversNone');

/** A page that has been read, and has no article that could be saved. */
const isBare = (brief: TabBrief): boolean =>
  brief.reachable && brief.enabled && brief.whole && !brief.savable && !brief.saved && !brief.private;
