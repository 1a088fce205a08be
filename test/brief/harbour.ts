import { corpusOf, entity, Written } from './small';

/** A made-up story told by two articles and a curated list, for the tests of this room. */
export const harbour = corpusOf(
  [
    entity('mira', 'person', 'Mira Okafor', ['Okafor', 'ミラ・オカフォー'], { salience: 0.9, curated: true }),
    entity('ken', 'person', 'Kenji Aramaki', ['Aramaki', '荒巻', '荒巻健二'], {
      salience: 0.6,
      curated: true,
    }),
    entity('port', 'organisation', 'Port Authority', [], { salience: 0.4 }),
    entity('lund', 'place', 'Lund', [], { salience: 0.3 }),
    entity('zed', 'person', 'Zed Quill', ['Quill'], { salience: 0.1 }),
    entity('nobody', 'person', 'Ines Faro', [], { salience: 0, curated: true, wikidata: 'Q1' }),
  ],
  [
    new Written(
      'old',
      [
        'Mira Okafor, the deputy harbour minister, opened a bridge in Lund on Monday.',
        'Deputy minister Okafor met Kenji Aramaki of the Port Authority on Tuesday.',
        'Zed is unknown here, and the ferry sailed.',
      ],
      '2024-03-05',
      { publisher: 'The Quay', title: 'A bridge in Lund' },
    )
      .name('mira', 'person', 'Mira Okafor')
      .name('lund', 'place', 'Lund')
      .name('mira', 'person', 'Okafor', 1)
      .name('ken', 'person', 'Kenji Aramaki')
      .name('port', 'organisation', 'Port Authority')
      .role('mira', 'deputy harbour minister')
      .role('mira', 'Deputy minister')
      .event(0, '2024-03-04', 'mira', 'lund')
      .event(1, '2024-03-05', 'mira', 'ken', 'port')
      .summary(0),
    new Written(
      'new',
      [
        'Harbour Minister Mira Okafor reopened the north dock on Friday.',
        '"The dock is open, and it stays open," Okafor said Thursday.',
        'She warned that the tides "won\'t wait" for anyone.',
        'Aramaki said the cranes were old.',
        '"Ask Quill about the cranes," Aramaki added.',
        'HM Okafor will travel to Lund next week.',
      ],
      '2024-05-10',
      { publisher: 'Harbour Daily', url: 'https://harbour.example/dock', licence: 'CC BY 4.0' },
    )
      .name('mira', 'person', 'Mira Okafor')
      .name('mira', 'person', 'Okafor', 1)
      .name('mira', 'person', 'She', 0, 'pronoun')
      .name('ken', 'person', 'Aramaki')
      .name('zed', 'person', 'Quill')
      .name('ken', 'person', 'Aramaki', 1)
      .name('mira', 'person', 'Okafor', 2)
      .name('lund', 'place', 'Lund')
      .role('mira', 'Harbour Minister')
      .role('mira', 'HM')
      .date('Friday', '2024-05-10')
      .date('Thursday', '2024-05-09')
      .date('next week', '2024-W20')
      .quote(1, 'mira', 'direct', 'The dock is open, and it stays open,', 'said', 'Okafor')
      .quote(2, 'mira', 'mixed', "won't wait", 'warned', 'She')
      .quote(3, 'ken', 'indirect', 'the cranes were old', 'said', 'Aramaki')
      .quote(4, 'ken', 'direct', 'Ask Quill about the cranes,', 'added', 'Aramaki')
      .event(0, '2024-05-10', 'mira')
      .event(1, '2024-05-09', 'mira')
      .event(2, '2024-05-10', 'mira')
      .summary(0, 2),
  ],
);
