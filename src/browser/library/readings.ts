import type { Article, Reading } from '../../extract/types';

/** Articles are read for so long, in milliseconds, before others may come between. */
const SLICE = 12;

/** The Readings of articles, each made once. */
export class Readings {
  private readonly made = new Map<Article, Reading>();
  private isWaiting = true;

  /** @param read makes the Reading of an article */
  constructor(private readonly read: (article: Article) => Reading) {}

  /** Makes them while nobody waits for them. */
  async begin(articles: readonly Article[]): Promise<void> {
    for (const article of articles) {
      await pause();
      if (!this.isWaiting) return;
      try {
        this.of(article);
      } catch {
        // whoever asks for it is told
        return;
      }
    }
  }

  /** To be called when somebody waits for them. */
  hurry(): void {
    this.isWaiting = false;
  }

  /** Makes those that are not made yet, in slices. */
  async make(articles: readonly Article[]): Promise<void> {
    let begun = performance.now();
    for (const article of articles) {
      this.of(article);
      if (performance.now() - begun < SLICE) continue;
      await pause();
      begun = performance.now();
    }
  }

  of(article: Article): Reading {
    const made = this.made.get(article) ?? this.read(article);
    this.made.set(article, made);
    return made;
  }
}

/** Lets others come between. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
