// Starts runs and waits for them, and tells the server that the page is open.

import "./programs.js";
import { run } from "./runs.js";
import { mountAll } from "./schedule.js";

const page = crypto.randomUUID();
const gone = document.getElementById("gone");

async function here() {
  try {
    const answer = await fetch(`/here/${page}`, { method: "POST" });
    gone.hidden = answer.ok;
  } catch {
    gone.hidden = false;
  }
}

here();
setInterval(here, 10_000);
addEventListener("pagehide", () => navigator.sendBeacon(`/gone/${page}`));
addEventListener("pageshow", (event) => event.persisted && here());

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
      gone.hidden = true;
      const html = await run(fields, reach, cancel);
      if (html !== null) {
        show(html);
      }
    } catch {
      here();
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
