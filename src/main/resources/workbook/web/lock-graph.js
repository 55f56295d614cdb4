// The locks of a run as a graph: an arrow goes from each lock to the thread that holds it, and from
// each thread to what it waits for, so that a deadlock is a circle of arrows.

import { drawn } from "./elements.js";
import { circleOf, locksAt } from "./schedule-data.js";

const MOST_NODES = 14; // the list beside it tells of any number
const MOST_LABELLED = 8; // of more, the labels would stand on each other: the kinds of lines must do
const WIDTH = 400;
const BOX = 30;
const LONGEST = 13; // letters of a name
const LETTER = 8;
const HEAD = 9; // of an arrow

const SAYS = { held: "held by", lock: "waits for", signal: "awaits a signal", woken: "woken" };

/// The graph of a run; null where there is nothing to draw, or too much.
export function lockGraph(run) {
  const nodes = nodesOf(run);
  return nodes.length > 1 && nodes.length <= MOST_NODES ? new LockGraph(nodes) : null;
}

/// The locks, and the threads that have to do with one, in the order in which they stand on a ring.
/// Those that wait in a circle at the end of the run stand beside each other.
function nodesOf(run) {
  const used = new Map(run.threads.map((thread) => [thread, new Set()]));
  for (const step of run.data.steps) {
    [...(step.holds ?? []), step.waitsFor].forEach((lock) => lock && used.get(step.thread).add(lock));
  }
  const nodes = new Map();
  const add = (name, kind) => nodes.set(kind + name, { name, kind });
  circleOf(run, locksAt(run, run.length)).forEach(({ thread, lock }) => {
    add(thread, "thread");
    add(lock, "lock");
  });
  for (const [thread, locks] of used) {
    if (locks.size) {
      add(thread, "thread");
      locks.forEach((lock) => add(lock, "lock"));
    }
  }
  return [...nodes.values()];
}

class LockGraph {
  constructor(nodes) {
    const count = nodes.length;
    const across = WIDTH / 2 - (LONGEST * LETTER) / 2 - 14;
    this.labelled = count <= MOST_LABELLED;
    const down = count === 2 ? 0 : 24 + (this.labelled ? 18 : 11) * count;
    const height = 2 * down + BOX + 10;
    this.svg = drawn("svg", { class: "graph", viewBox: `0 0 ${WIDTH} ${height}`, "aria-hidden": "true" });
    this.edges = drawn("g", {});
    this.nodes = new Map();
    this.svg.append(this.edges);
    nodes.forEach(({ name, kind }, at) => {
      const angle = 2 * Math.PI * (at / count - (count === 2 ? 0.5 : 0.25));
      const short = name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name;
      const node = {
        x: WIDTH / 2 + across * Math.cos(angle),
        y: height / 2 + down * Math.sin(angle),
        wide: short.length * LETTER + 22,
      };
      node.box = box(node, kind, short, name);
      this.nodes.set(kind + name, node);
      this.svg.append(node.box);
    });
  }

  /// @param locks what [locksAt] gives
  /// @param circle what [circleOf] gives for them
  show(locks, circle) {
    this.edges.replaceChildren();
    this.nodes.forEach(({ box }) => box.classList.remove("circle"));
    const round = new Set();
    circle.forEach(({ thread, lock }, at) => {
      const holder = circle[(at + 1) % circle.length].thread;
      round.add(`${thread} ${lock}`).add(`${lock} ${holder}`);
      [`thread${thread}`, `lock${lock}`].forEach((one) => this.nodes.get(one)?.box.classList.add("circle"));
    });
    for (const { name, holders, waiters } of locks) {
      for (const { thread } of holders) {
        this.edge(`lock${name}`, `thread${thread}`, "held", round.has(`${name} ${thread}`));
      }
      for (const { thread, kind } of waiters) {
        const [from, to] = kind === "woken" ? [`lock${name}`, `thread${thread}`] : [`thread${thread}`, `lock${name}`];
        this.edge(from, to, kind, kind === "lock" && round.has(`${thread} ${name}`));
      }
    }
  }

  edge(fromName, toName, kind, inCircle) {
    const from = this.nodes.get(fromName);
    const to = this.nodes.get(toName);
    const start = border(from, to);
    const end = border(to, from);
    const length = Math.hypot(end.x - start.x, end.y - start.y) || 1;
    const [x, y] = [(end.x - start.x) / length, (end.y - start.y) / length];
    // What goes to and fro between two stands side by side.
    const [aside, below] = [-5 * y, 5 * x];
    const [tipX, tipY] = [end.x + aside, end.y + below];
    const [neckX, neckY] = [tipX - HEAD * x, tipY - HEAD * y];
    const wing = HEAD * 0.6;
    const group = drawn("g", { class: inCircle ? `${kind} circle` : kind });
    const head = `M${tipX} ${tipY}L${neckX - wing * y} ${neckY + wing * x}L${neckX + wing * y} ${neckY - wing * x}z`;
    group.append(
      drawn("path", { class: "line", d: `M${start.x + aside} ${start.y + below}L${neckX} ${neckY}` }),
      drawn("path", { class: "head", d: head }),
    );
    if (this.labelled) {
      const label = drawn("text", { x: (start.x + end.x) / 2 + aside, y: (start.y + end.y) / 2 + below + 4 });
      label.textContent = SAYS[kind];
      group.append(label);
    }
    this.edges.append(group);
  }
}

/// A thread's box is round, that of a lock isn't.
function box({ x, y, wide }, kind, short, name) {
  const text = drawn("text", { x, y: y + 5 });
  text.textContent = short;
  const title = drawn("title", {});
  title.textContent = name;
  const round = kind === "thread" ? BOX / 2 : 2;
  const group = drawn("g", { class: kind });
  group.append(title, drawn("rect", { x: x - wide / 2, y: y - BOX / 2, width: wide, height: BOX, rx: round }), text);
  return group;
}

/// Where the line to another box leaves this one.
function border(box, other) {
  const [x, y] = [other.x - box.x, other.y - box.y];
  const share = Math.min(box.wide / 2 / Math.abs(x || 1e-9), BOX / 2 / Math.abs(y || 1e-9));
  return { x: box.x + share * x, y: box.y + share * y };
}
