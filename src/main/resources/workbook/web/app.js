// Starts runs and waits for them, and tells the server that the page is open.

import "./programs.js";
import { run } from "./runs.js";
import { mountAll } from "./schedule.js";

const page = crypto.randomUUID();
const gone = document.getElementById("gone");
let command = ""; // starts the workbook again at this address
let next = 0;

// Says that the page is open, and hears whether the workbook still is.
async function here() {
  clearTimeout(next);
  try {
    const answer = await fetch(`/here/${page}`, { method: "POST" });
    if (answer.ok) {
      command = await answer.text();
      gone.hidden = true;
    } else {
      say("The workbook was started again. Open the address that its terminal shows, and this page goes on.");
    }
  } catch {
    const code = document.createElement("code");
    code.textContent = command;
    say("The workbook has ended. Start it again in the terminal", ...(command ? [": with ", code, " this page goes on"] : []), ".");
  }
  clearTimeout(next);
  next = setTimeout(here, gone.hidden || document.hidden ? 10_000 : 2_000);
}

function say(...words) {
  const text = words.map((word) => word.textContent ?? word).join("");
  if (gone.hidden || gone.textContent !== text) { // else a screen reader would read it again
    gone.replaceChildren(...words);
    gone.hidden = false;
  }
}

here();
addEventListener("lost", here); // a request that got no answer
addEventListener("pagehide", () => navigator.sendBeacon(`/gone/${page}`));
addEventListener("pageshow", (event) => event.persisted && here());
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && here());

const form = document.getElementById("ask");
if (form) {
  const reach = document.getElementById("reach");
  const cancel = document.getElementById("cancel");
  const result = document.getElementById("result");
  const button = form.querySelector("button:not([type])");

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    button.disabled = true;
    try {
      const fields = new URLSearchParams(new FormData(form));
      for (const [name, value] of Object.entries(form.dataset)) {
        fields.set(name, value);
      }
      const html = await run(fields, reach, cancel);
      if (html !== null) {
        show(html);
      }
    } catch {
      dispatchEvent(new Event("lost"));
    } finally {
      button.disabled = false;
    }
  });

  function show(html) {
    result.innerHTML = html;
    if (!form.dataset.exercise) {
      button.textContent = "Run it again";
    }
    mountAll(result);
    result.focus();
  }
}
