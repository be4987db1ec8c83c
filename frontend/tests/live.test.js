import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { availabilityOf, follow, withSale } from '../src/lib/live.js';

/** Stands in for the browser's: the test says what arrives. */
class Stream {
  static CLOSED = 2;
  static opened = [];
  readyState = 0;
  constructor(path) {
    this.path = path;
    Stream.opened.push(this);
  }
  tell(message) {
    this.onmessage({ data: JSON.stringify(message) });
  }
  refuse() {
    this.readyState = Stream.CLOSED;
    this.onerror();
  }
  close() {
    this.readyState = Stream.CLOSED;
  }
}

const open = () => Stream.opened.filter(({ readyState }) => readyState !== Stream.CLOSED);
let hidden = false;
function look(now) {
  hidden = !now;
  document.dispatchEvent(new Event('visibilitychange'));
}

let stop;
beforeEach(() => {
  vi.useFakeTimers();
  Stream.opened = [];
  hidden = false;
  vi.stubGlobal('EventSource', Stream);
  vi.spyOn(document, 'hidden', 'get').mockImplementation(() => hidden);
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

describe('a page that follows', () => {
  it('hears what is told and asks nothing meanwhile', () => {
    const [told, ask] = [vi.fn(), vi.fn()];
    stop = follow('/live', told, ask);
    Stream.opened[0].tell({ n: 1 });
    vi.advanceTimersByTime(60_000);
    expect(told).toHaveBeenCalledWith({ n: 1 });
    expect(ask).not.toHaveBeenCalled();
    stop();
    expect(open()).toHaveLength(0);
  });

  it('asks instead while it is refused, and tries again later', () => {
    const ask = vi.fn();
    stop = follow('/live', vi.fn(), ask);
    Stream.opened[0].refuse();
    vi.advanceTimersByTime(20_000);
    expect(ask).toHaveBeenCalledTimes(2);
    expect(Stream.opened).toHaveLength(1);
    vi.advanceTimersByTime(20_000);
    expect(open()).toHaveLength(1);
  });

  it('asks only, where there is no such thing as a stream', () => {
    vi.stubGlobal('EventSource', undefined);
    const ask = vi.fn();
    stop = follow('/live', vi.fn(), ask);
    vi.advanceTimersByTime(10_000);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('is silent while nobody looks, and asks at once when somebody does', () => {
    const ask = vi.fn();
    stop = follow('/live', vi.fn(), ask);
    look(false);
    vi.advanceTimersByTime(60_000);
    expect(open()).toHaveLength(0);
    expect(ask).not.toHaveBeenCalled();
    look(true);
    expect(open()).toHaveLength(1);
    expect(ask).toHaveBeenCalledTimes(1);
  });
});

it('takes what is left into an event, and leaves the rest', () => {
  stop = () => {};
  const event = {
    id: 'e',
    title: 'T',
    availability: 1,
    ticketTypes: [{ id: 'a', availability: 1 }],
  };
  const told = { id: 'e', availability: 0, ticketTypes: [{ id: 'a', availability: 0 }] };
  expect(withSale(event, told)).toEqual({ ...event, ...told });
  expect(availabilityOf(['a', 'b'])).toBe('/api/events/availability/live?id=a&id=b');
});
