import { render } from 'preact';
import themeCss from '../theme.css?inline';
import { Card, type CardProps } from './card';
import cardCss from './card.css?inline';

/** The card's style sheet, for its shadow root. */
export const CARD_CSS: string = `${themeCss}\n${cardCss}`;

let serial = 0;

/** Renders a card anew into its box, whatever stood there. */
export function renderCard(box: Element, props: CardProps): void {
  serial += 1;
  render(<Card key={serial} {...props} />, box);
}

/** Takes the card's content out of its box. */
export const clearCard = (box: Element): void => render(null, box);
