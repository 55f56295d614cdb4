// Shows what a term means: when the pointer or the focus comes to its link, or at a first touch.

const LINK = "a[href*='glossary'][href*='#']";
const shown = Object.assign(document.createElement("div"), { id: "term", popover: "manual" });
shown.setAttribute("role", "tooltip");
document.querySelector("main").append(shown);

let of = null; // the link whose term is shown
let leaving = 0;

// The server puts the meaning in the title, which browsers show to a mouse only.
function says(link) {
  if (link.title) {
    link.dataset.says = link.title;
    link.removeAttribute("title");
  }
  return link.dataset.says;
}

function show(link) {
  clearTimeout(leaving);
  if (!says(link) || of === link) {
    return;
  }
  hide();
  of = link;
  shown.textContent = says(link);
  link.setAttribute("aria-describedby", "term");
  shown.showPopover();
  const at = link.getClientRects()[0];
  const width = shown.offsetWidth;
  const below = at.bottom + shown.offsetHeight < innerHeight;
  shown.style.left = `${Math.max(8, Math.min(at.left, document.documentElement.clientWidth - width - 8))}px`;
  shown.style.top = `${below ? at.bottom : at.top - shown.offsetHeight}px`;
}

function hide() {
  clearTimeout(leaving);
  if (of) {
    of.removeAttribute("aria-describedby");
    of = null;
    shown.hidePopover();
  }
}

// The pointer may go from the link to its meaning, to select it for example.
const leave = () => (leaving = setTimeout(hide, 200));
const link = (event) => event.target.closest?.(LINK);

document.addEventListener("pointerover", (event) => {
  if (event.pointerType === "mouse" && link(event)) {
    show(link(event));
  } else if (shown.contains(event.target)) {
    clearTimeout(leaving);
  }
});
document.addEventListener("pointerout", (event) => {
  if (event.pointerType === "mouse" && (link(event) || shown.contains(event.target))) {
    leave();
  }
});
document.addEventListener("focusin", (event) => link(event) && show(link(event)));
document.addEventListener("focusout", (event) => link(event) && hide());
document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
addEventListener("scroll", hide, { passive: true });
addEventListener("resize", hide);

// The first touch shows the meaning; the second follows the link.
let touched = null;
document.addEventListener("pointerdown", (event) => {
  touched = event.pointerType === "touch" && link(event) && of !== link(event) ? link(event) : null;
  if (event.pointerType === "touch" && !link(event) && !shown.contains(event.target)) {
    hide();
  }
});
document.addEventListener("click", (event) => {
  if (touched && link(event) === touched && says(touched)) {
    event.preventDefault();
    show(touched);
  }
  touched = null;
});
