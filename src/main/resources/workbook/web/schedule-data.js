// What is known at each step of a run. Everything is worked out once, when the run is loaded; to
// show a step takes a few look-ups then, however long the run is.

const LOCKING = /^calls (lock|tryLock|unlock|newCondition|readLock|writeLock|await|signal|notify|wait)/;
const SIGNALLING = /^calls (signal|signalAll|notify|notifyAll)$/;
const MOST_THREADS_TOLD = 6;

/// The last of these, ordered by `at`, that is at a step or before it; -1 for none.
export function lastBy(list, step) {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle].at <= step) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low - 1;
}

function put(map, key, value) {
  if (!map.has(key)) {
    map.set(key, []);
  }
  map.get(key).push(value);
}

/// A run: each list is ordered by `at`, the number of the step from 1.
export function indexed(data) {
  const run = {
    data,
    length: data.steps.length,
    threads: [...new Set([...data.threads, ...(data.at ?? []).map((one) => one.thread)])],
    byThread: new Map(), // the steps of each thread
    memory: new Map(), // what each variable holds, and who has touched it
    locks: new Set(), // the names of locks
    signals: new Set(), // what is signalled
    wakings: new Map(), // the steps that wake each thread by a signal
    turns: [], // the steps at which something unusual happens
    choices: new Map(), // what could be chosen, by the number of steps before it
  };
  for (const step of data.steps) {
    (step.holds ?? []).forEach((lock) => run.locks.add(lock));
    if (step.waitsFor) {
      run.locks.add(step.waitsFor);
    }
  }
  const touched = new Map();
  data.steps.forEach((step, index) => {
    const at = index + 1;
    put(run.byThread, step.thread, { at, step });
    if (step.turn) {
      run.turns.push(at);
    }
    if (SIGNALLING.test(step.does)) {
      run.signals.add(step.target);
    }
    (step.wakes ?? []).forEach((thread) => put(run.wakings, thread, { at, by: step.thread }));
    if (isAccess(step, run.locks)) {
      if (!touched.has(step.target)) {
        touched.set(step.target, { threads: new Map(), changed: false });
      }
      put(run.memory, step.target, accessed(step, at, run.memory.get(step.target), touched.get(step.target)));
    }
  });
  if (run.turns.length === 0) {
    data.steps.forEach((step, index) => step.follows && run.turns.push(index + 1));
  }
  for (const choice of data.choices ?? []) {
    put(run.choices, choice.after, choice);
  }
  return run;
}

/// Whether a step touches data, not a lock.
function isAccess(step, locks) {
  if (step.does === "reads" || step.does === "writes") {
    return true;
  }
  return (
    step.does.startsWith("calls ") &&
    Boolean(step.target) &&
    Boolean(step.value || step.becomes) &&
    !(LOCKING.test(step.does) && locks.has(step.target))
  );
}

function accessed(step, at, before, touched) {
  const held = step.holds ?? [];
  const earlier = touched.threads.get(step.thread);
  touched.threads.set(step.thread, earlier ? earlier.filter((lock) => held.includes(lock)) : [...new Set(held)]);
  touched.changed ||= step.does === "writes" || Boolean(step.becomes);
  const known = before ? before[before.length - 1].value : undefined;
  const value = step.becomes || (step.stale ? known : step.value) || known;
  return {
    at,
    thread: step.thread,
    value,
    found: step.does === "writes" ? undefined : step.value,
    stale: step.stale,
    touched: touchedBy(touched.threads),
    common: common(touched),
  };
}

function touchedBy(threads) {
  const told = [...threads].slice(0, MOST_THREADS_TOLD).map(([thread, locks]) => `${thread} holding ${locks.length ? locks.join(" and ") : "no lock"}`);
  const more = threads.size - told.length;
  return told.join("; ") + (more > 0 ? `; and ${more} more threads` : "");
}

/// What the accesses of several threads have in common, a sentence; empty where it doesn't matter.
/// The main thread mostly looks when the others have ended, and then it needs no lock.
function common({ threads, changed }) {
  const [first, ...others] = [...threads].filter(([thread]) => thread !== "main").map(([, locks]) => locks);
  if (!others.length || !changed) {
    return "";
  }
  const shared = first.filter((lock) => others.every((locks) => locks.includes(lock)));
  return shared.length
    ? `Whoever touches it holds ${shared.join(" and ")}.`
    : "No lock belongs to it: none was held each time.";
}

/// What a variable held before the first step, as far as that step tells.
function atFirst(events) {
  return events[0].found;
}

/// The variables at a step: their names, values, and who has touched them by then.
export function memoryAt(run, step) {
  const untouched = Object.entries(run.data.variables ?? {}).filter(([name, value]) => value && !run.memory.has(name));
  const touched = [...run.memory].map(([name, events]) => {
    const last = lastBy(events, step);
    if (last < 0) {
      return { name, value: atFirst(events), touched: "nobody yet", common: "" };
    }
    const event = events[last];
    return { name, ...event, now: event.at === step, stale: event.at === step ? event.stale : 0 };
  });
  return [...touched, ...untouched.map(([name, value]) => ({ name, value, touched: "nobody yet", common: "" }))];
}

/// The last step of a thread by then, and its next one; undefined for none.
export function threadAt(run, thread, step) {
  const list = run.byThread.get(thread) ?? [];
  const last = lastBy(list, step);
  return { last: list[last], next: list[last + 1] };
}

/// The locks at a step: who holds each and who waits for it, and the same in words. A waiter waits
/// for the `lock`, or for a `signal`, or was `woken` by one and has not gone on yet.
export function locksAt(run, step) {
  const holders = new Map();
  const waiters = new Map();
  for (const thread of run.threads) {
    const last = threadAt(run, thread, step).last;
    const held = last?.step.holds ?? [];
    for (const lock of new Set(held)) {
      put(holders, lock, { thread, times: held.filter((one) => one === lock).length });
    }
    if (last?.step.waitsFor) {
      put(waiters, last.step.waitsFor, waiting(run, thread, last, step));
    }
  }
  return [...run.locks].map((name) => {
    const one = { name, holders: holders.get(name) ?? [], waiters: waiters.get(name) ?? [] };
    return { ...one, says: saysOf(run, one) };
  });
}

function waiting(run, thread, last, step) {
  if (!last.step.signal) {
    return { thread, kind: "lock" };
  }
  const woken = run.wakings.get(thread) ?? [];
  const latest = woken[lastBy(woken, step)];
  return latest?.at > last.at ? { thread, kind: "woken", ...latest } : { thread, kind: "signal" };
}

function saysOf(run, { name, holders, waiters }) {
  const said = waiters.map(({ thread, kind, at, by }) => {
    switch (kind) {
      case "lock":
        return `${thread} waits for it`;
      case "signal":
        return `${thread} waits for a signal`;
      default:
        return `${thread} was woken by ${by} in step ${at + run.data.first} and has not gone on yet`;
    }
  });
  if (holders.length) {
    said.unshift(`held by ${holders.map(({ thread, times }) => thread + (times > 1 ? ` (${times} times)` : "")).join(" and ")}`);
  } else if (!run.signals.has(name)) {
    said.unshift("free");
  }
  return said.join("; ") || "nobody waits";
}

/// The circle in which threads wait for each other: each waits for a lock that the next one holds,
/// and the last one for one of the first. Empty for none.
export function circleOf(run, locks) {
  const waits = new Map();
  for (const lock of locks) {
    lock.waiters.filter(({ kind }) => kind === "lock").forEach(({ thread }) => waits.set(thread, lock));
  }
  const from = (start, thread, seen) => {
    const lock = waits.get(thread);
    if (!lock || seen.has(thread)) {
      return [];
    }
    seen.add(thread);
    for (const holder of lock.holders) {
      const rest = holder.thread === start ? [] : from(start, holder.thread, seen);
      if (rest.length || holder.thread === start) {
        return [{ thread, lock: lock.name }, ...rest];
      }
    }
    return [];
  };
  for (const thread of run.threads) {
    const circle = from(thread, thread, new Set());
    if (circle.length) {
      return circle;
    }
  }
  return [];
}

/// A circle in words; empty for none.
export function circleSays(circle) {
  if (!circle.length) {
    return "";
  }
  const each = circle.map(({ thread, lock }, at) => `${thread} waits for ${lock}, which ${circle[(at + 1) % circle.length].thread} holds`);
  return `${circle.length > 1 ? "They wait in a circle" : "It waits for itself"}: ${each.join("; ")}.`;
}

/// What happened to bring about a step, a sentence; empty when its thread simply went on.
export function turnOf(step, isFirst) {
  if (step.does === "wakes for no reason") {
    return "A spurious wake-up, which Java allows.";
  }
  if (step.does === "its time is up") {
    return "A time-out ends the wait.";
  }
  if (step.preempts) {
    return `${step.preempts} is stopped here, though it could go on, and ${step.thread} runs.`;
  }
  if (step.follows && isFirst) {
    return `${step.thread} was chosen to run first.`;
  }
  return step.follows ? `${step.follows}, and ${step.thread} was chosen to run next.` : "";
}
