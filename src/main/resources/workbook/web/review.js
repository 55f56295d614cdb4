// A question asked once more: sends the answer, and shows what it was.

const form = document.getElementById("review");
const button = form.querySelector("button");
const reach = document.getElementById("reach");
const result = document.getElementById("result");

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  button.disabled = true;
  const body = new URLSearchParams(new FormData(form));
  body.set("question", form.dataset.question);
  try {
    const answer = await fetch("/review", { method: "POST", body });
    if (answer.ok) {
      reach.textContent = "";
      result.innerHTML = await answer.text();
      result.focus();
      button.disabled = Boolean(body.get("guess"));
      return;
    }
    reach.textContent = await answer.text();
  } catch {
    dispatchEvent(new Event("lost"));
  }
  button.disabled = false;
});
