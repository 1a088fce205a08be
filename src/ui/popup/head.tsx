import { useRef } from 'preact/hooks';
import { Icon, Logo } from '../parts/icon';
import { t } from '../text';
import type { PopupProps } from './state';

/** The popup's head: on or off here, settings, search. */
export const Head = ({ view, query, onEnable, onSettings, onQuery }: PopupProps) => {
  const input = useRef<HTMLInputElement>(null);
  const clear = () => {
    onQuery('');
    input.current?.focus();
  };
  const brief = view.is === 'ready' ? view.brief : null;
  return (
    <header>
      <div class="bar">
        <h1>
          <Logo />
          <span class="np-hidden">Nameplate</span>
        </h1>
        {brief?.reachable && (
          <button
            type="button"
            role="switch"
            class="switch"
            aria-checked={brief.enabled}
            onClick={() => onEnable(!brief.enabled)}
          >
            <span class="switch-text">
              {brief.host ? t('popup.onHere', brief.host) : t('popup.onHereShort')}
            </span>
            <span class="switch-track" aria-hidden="true" />
          </button>
        )}
        <button
          type="button"
          class="np-plain square"
          aria-label={t('popup.settings')}
          title={t('popup.settings')}
          onClick={onSettings}
        >
          <Icon name="settings" />
        </button>
      </div>
      <search class="search">
        <Icon name="search" />
        <input
          ref={input}
          type="text"
          inputMode="search"
          enterKeyHint="search"
          autoComplete="off"
          spellcheck={false}
          maxLength={200}
          value={query}
          aria-label={t('popup.search')}
          placeholder={t('popup.searchPlaceholder')}
          onInput={(event) => onQuery(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || !query) return;
            event.preventDefault();
            onQuery('');
          }}
        />
        {query && (
          <button type="button" class="np-plain square" aria-label={t('popup.clear')} onClick={clear}>
            <Icon name="clear" />
          </button>
        )}
      </search>
    </header>
  );
};
