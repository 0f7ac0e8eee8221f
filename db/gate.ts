// A door with a bounded queue: whoever cannot be let in soon is told so at once, instead of waiting for ever.

import { Busy } from './busy';

export class Gate {
  private inside = 0;
  private readonly waiting: { enter: () => void; refuse: (why: Busy) => void }[] = [];

  /** At most `places` at work, `queue` waiting, each for `patience` milliseconds. */
  constructor(
    private readonly places: number,
    private readonly queue: number,
    private readonly patience: number,
  ) {}

  /** Whether whoever comes now would be refused at once. */
  get full(): boolean {
    return this.waiting.length >= this.queue;
  }

  /** Whether nobody is at work, and nobody waits. */
  get empty(): boolean {
    return this.inside === 0 && this.waiting.length === 0;
  }

  /** Runs `work` when there is a place. Throws `Busy` when the queue is full or patience ran out. */
  async pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.inside < this.places) this.inside += 1;
    else await this.wait();
    try {
      return await work();
    } finally {
      // The place goes straight to the next in the queue, so that nobody slips in between.
      const next = this.waiting.shift();
      if (next) next.enter();
      else this.inside -= 1;
    }
  }

  private wait() {
    if (this.full) throw new Busy('too many people at once');
    return new Promise<void>((resolve, reject) => {
      const ticket = { enter: () => {}, refuse: reject };
      const timer = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(ticket), 1);
        reject(new Busy('no place became free in time'));
      }, this.patience);
      ticket.enter = () => {
        clearTimeout(timer);
        resolve();
      };
      this.waiting.push(ticket);
    });
  }
}
