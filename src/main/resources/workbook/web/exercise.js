// An exercise: follows the learner's file, has it checked when it was saved, and edits it.

const form = document.getElementById("ask");
const check = document.getElementById("check");
const save = document.getElementById("save");
const saved = document.getElementById("saved");
const changed = document.getElementById("changed");
const mine = document.getElementById("mine");
const theirs = document.getElementById("theirs");
const place = document.getElementById("editor");
const result = document.getElementById("result");
const reset = document.getElementById("reset");
const address = `/exercises/${form.dataset.exercise}`;

document.getElementById("hint").addEventListener("click", async () => {
  try {
    const hint = await fetch(`${address}/hint`, { method: "POST" });
    if (hint.ok) {
      document.getElementById("hints").insertAdjacentHTML("beforeend", await hint.text());
    } else {
      saved.textContent = await hint.text();
    }
  } catch {
    saved.textContent = "The workbook has ended, so there is no hint.";
  }
});

// A version is the sum of what the file holds, or "gone", and when it was saved.
const sum = (version) => version.split(" ")[0];

let checked = null; // the version that was checked last, or was there at first
let editor = null;
let base = null; // the sum that the editor's text was made from
let known = ""; // the text as it was then, with the file's own line ends
let saving = false;
let changes = 0; // of the file, by this page: what was asked before one is out of date

setInterval(follow, 500);

async function follow() {
  if (document.hidden) { // of ten pages, the one that is seen checks
    return;
  }
  const before = changes;
  const version = await currentVersion();
  if (version === null || saving || before !== changes) {
    return;
  }
  if (checked === null) {
    checked = version;
  } else if (version !== checked && !check.disabled) {
    checked = version;
    if (sum(version) !== "gone") {
      form.requestSubmit();
    }
  }
  if (editor && sum(version) !== base) {
    if (isDirty() || sum(version) === "gone") {
      ask(sum(version) === "gone");
    } else {
      await take("The file was saved elsewhere; this is what it holds now.");
    }
  } else if (editor) {
    changed.hidden = true;
  }
}

// Null when the server can't say.
async function currentVersion() {
  try {
    const answer = await fetch(`${address}/version`);
    return answer.ok ? await answer.text() : null;
  } catch {
    return null;
  }
}

const isDirty = () => editor.text() !== plain(known);
const plain = (text) => text.replaceAll("\r\n", "\n");
const asInFile = () => (known.includes("\r\n") ? editor.text().replaceAll("\n", "\r\n") : editor.text());

function ask(isGone) {
  if (changed.hidden) {
    changed.querySelector("p").textContent = isGone
      ? `${place.dataset.name} is no longer there. Shall it be written again from here?`
      : `${place.dataset.name} was saved elsewhere while you were writing here. Which text shall it be?`;
    theirs.hidden = isGone;
    changed.hidden = false;
  }
}

async function take(words) {
  const answer = await fetch(`${address}/file`).catch(() => null);
  if (!answer?.ok) {
    saved.textContent = answer ? await answer.text() : "The workbook has ended. What you've written is still here.";
    return;
  }
  known = await answer.text();
  base = sum(answer.headers.get("Version"));
  editor.replace(plain(known));
  changed.hidden = true;
  saved.textContent = words;
}

// Whether the file holds now what is here.
async function write(checks = true) {
  if (saving) {
    return false;
  }
  saving = true;
  changes++;
  try {
    const text = asInFile();
    const answer = await fetch(`${address}/file`, { method: "POST", body: new URLSearchParams({ text, version: base }) });
    if (answer.ok) {
      const version = await answer.text();
      known = text;
      base = sum(version);
      changed.hidden = true;
      saved.textContent = isDirty() ? "Not saved yet." : "Saved.";
      if (checks && !check.disabled) {
        checked = version;
        form.requestSubmit();
      }
      return true;
    }
    if (answer.status === 409) {
      ask(sum((await currentVersion()) ?? "") === "gone");
    } else if (answer.status === 403) {
      saved.textContent = "Not saved: the workbook was started anew. Copy what you've written, and open the address that the terminal shows.";
    } else {
      saved.textContent = `Not saved: ${await answer.text()}`;
    }
  } catch {
    saved.textContent = "Not saved: the workbook has ended. What you've written is still here; copy it before you close the page.";
  } finally {
    saving = false;
  }
  return false;
}

// What is here is saved first, so that a copy of it is kept.
async function begin() {
  if (isDirty() && !(await write(false))) {
    return;
  }
  saving = true;
  changes++;
  try {
    const before = editor.text();
    const answer = await fetch(`${address}/reset`, { method: "POST", body: new URLSearchParams({ version: base }) });
    if (answer.ok) {
      await take(await answer.text());
      if (editor.text() !== before) {
        saved.textContent += " Ctrl-Z in the editor brings it back, too.";
      }
      checked = null; // a beginning isn't worth a check
      result.replaceChildren();
    } else if (answer.status === 409) {
      ask(sum((await currentVersion()) ?? "") === "gone");
    } else {
      saved.textContent = await answer.text();
    }
  } catch {
    saved.textContent = "The workbook has ended, so nothing was reset.";
  } finally {
    saving = false;
  }
}

save.addEventListener("click", () => write());
reset.addEventListener("click", begin);

mine.addEventListener("click", async () => {
  const version = await currentVersion();
  if (version === null) {
    saved.textContent = "Not saved: the workbook has ended. What you've written is still here; copy it before you close the page.";
    return;
  }
  base = sum(version);
  changed.hidden = true;
  editor.focus();
  await write();
});

theirs.addEventListener("click", async () => {
  await take("This is what the file holds. Ctrl-Z brings back what you'd written.");
  editor.focus();
});

addEventListener("beforeunload", (event) => {
  if (editor && isDirty()) {
    event.preventDefault();
  }
});

const answer = await fetch(`${address}/file`);
if (answer.ok) {
  const { open } = await import("/editor.js");
  known = await answer.text();
  checked = answer.headers.get("Version");
  base = sum(checked);
  editor = open(place, plain(known), () => write(), () => {
    saved.textContent = isDirty() ? "Not saved yet." : "";
  });
  save.hidden = false;
  reset.hidden = false;
  document.getElementById("editor-keys").hidden = false;
} else {
  saved.textContent = await answer.text();
}
