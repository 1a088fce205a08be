import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';

interface Props {
  /** What the address is of, for assistive technology. */
  label: string;
  example: string;
  /** What the button says. */
  action: ComponentChild;
  /** How many characters an address may have. */
  most: number;
  busy: boolean;
  /** Gives whether it was done; else what was typed stays, to be mended. */
  onAddress(typed: string): Promise<boolean>;
}

/** One address and what is to be done with it; the field is empty again once that is done. */
export const AddressForm = ({ label, example, action, most, busy, onAddress }: Props) => {
  const [typed, setTyped] = useState('');
  return (
    <form
      class="acts"
      onSubmit={async (event) => {
        event.preventDefault();
        if (!typed.trim()) return;
        if (await onAddress(typed)) setTyped('');
      }}
    >
      <input
        type="text"
        inputMode="url"
        autoComplete="off"
        autoCapitalize="none"
        spellcheck={false}
        maxLength={most}
        aria-label={label}
        placeholder={example}
        value={typed}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <button type="submit" disabled={busy || !typed.trim()}>
        {action}
      </button>
    </form>
  );
};
