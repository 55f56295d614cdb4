// The page of a program that is explored and played, and that of the learner's own file.

import { run } from "./runs.js";
import { mountAll } from "./schedule.js";

document.querySelectorAll("form.runs").forEach((form) => {
  const reach = form.querySelector(".reach");
  const cancel = form.querySelector(".cancel");
  const result = form.querySelector(".result");
  const buttons = form.querySelectorAll("button[name=act]");
  const { program, own } = form.dataset;
  let busy = false;

  async function start(act) {
    busy = true;
    buttons.forEach((button) => (button.disabled = true));
    try {
      const html = await run(own ? { own } : { program, act }, reach, cancel);
      if (html !== null) {
        show(html);
      }
    } catch {
      reach.textContent = "";
      dispatchEvent(new Event("lost"));
    } finally {
      buttons.forEach((button) => (button.disabled = false));
      busy = false;
    }
  }

  function show(html) {
    result.innerHTML = html;
    mountAll(result);
    result.focus({ preventScroll: true });
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    start(event.submitter.value);
  });

  if (own) {
    let version = null;
    setInterval(async () => {
      const now = await fetch("/own/version").then((answer) => answer.text(), () => version);
      if (!busy && now !== version) {
        version = now;
        start("explore");
      }
    }, 500);
    return;
  }

  /// A link holds a run.
  async function follow(fields) {
    const body = new URLSearchParams(fields);
    body.set("program", program);
    const answer = await fetch("/games", { method: "POST", body });
    const text = await answer.text();
    if (answer.status !== 200) {
      reach.textContent = text;
      return;
    }
    const place = document.createElement("div");
    place.className = "schedule";
    const data = document.createElement("script");
    data.type = "application/json";
    data.textContent = text;
    place.append(data);
    result.replaceChildren(place);
    mountAll(result);
  }

  // The page's address is the link to the run that it shows.
  form.addEventListener("played", (event) => history.replaceState(null, "", event.detail));
  const asked = new URLSearchParams(location.search);
  if (asked.has("schedule")) {
    follow(asked).catch(() => dispatchEvent(new Event("lost")));
  }
});
