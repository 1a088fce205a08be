import { render } from 'preact';
import themeCss from '../theme.css?inline';
import { Card, type CardProps } from './card';
import cardCss from './card.css?inline';

/** The card's style sheet, for its shadow root. */
export const CARD_CSS: string = `${themeCss}\n${cardCss}`;

/** Renders a card into its box; anew where it is another card's, else what has changed. */
export function renderCard(box: Element, props: CardProps): void {
  render(<Card key={props.id} {...props} />, box);
}

/** Takes the card's content out of its box. */
export const clearCard = (box: Element): void => render(null, box);
