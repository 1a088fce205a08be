import { coversText, t } from '../text';
import { Found } from './found';
import { Head } from './head';
import { PageView } from './page-view';
import { SaveButton } from './save-button';
import type { PopupProps } from './state';

/** The toolbar popup: search over all, then the page's people, gist and story, or what it has to say instead. */
export const Popup = (props: PopupProps) => {
  const { view, query, found, saving, news } = props;
  const brief = view.is === 'ready' ? view.brief : null;
  return (
    <>
      <Head {...props} />
      <main>{query.trim() ? <Found query={query} found={found} /> : <PageView {...props} />}</main>
      <footer>
        <p class="np-soft">{brief && (coversText(brief.covers, 'popup.covers') ?? t('popup.coversNone'))}</p>
        {brief?.reachable && (brief.savable || brief.saved) && (
          <SaveButton saving={saving} saved={brief.saved} onSave={props.onSave} />
        )}
      </footer>
      <p class="news" role="status" data-shown={news ? '' : undefined}>
        {news}
      </p>
    </>
  );
};
