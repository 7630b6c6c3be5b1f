/** Says what was healed whenever storage tells of it; the words come when they are needed. */
import './recovery-news.ts';

addEventListener('storage-recovered', ({ recovery }) => {
  void import('./recovery-notice.ts').then(({ sayRecovered }) => sayRecovered(recovery));
});
