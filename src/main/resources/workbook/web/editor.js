// The editor of an exercise: CodeMirror, with Java's colours and the book's indentation.

import { defaultKeymap, history, historyKeymap, indentWithTab, isolateHistory } from "@codemirror/commands";
import { java } from "@codemirror/lang-java";
import { bracketMatching, HighlightStyle, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { EditorState } from "@codemirror/state";
import { EditorView, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const look = EditorView.theme({
  "&": { backgroundColor: "var(--soft)", border: "1px solid var(--line)", borderRadius: "0.4rem", fontSize: "0.9rem" },
  "&.cm-focused": { outline: "3px solid var(--link)", outlineOffset: "2px" },
  ".cm-scroller": { fontFamily: "ui-monospace, monospace", lineHeight: "1.45", maxHeight: "70vh", overflow: "auto" },
  ".cm-content": { caretColor: "var(--ink)" },
  ".cm-gutters": { backgroundColor: "var(--soft)", color: "var(--muted)", borderRight: "1px solid var(--line)" },
  ".cm-matchingBracket": { backgroundColor: "var(--now)" },
});

const colours = HighlightStyle.define([
  { tag: tags.comment, color: "var(--muted)", fontStyle: "italic" },
  { tag: [tags.keyword, tags.modifier, tags.definitionKeyword, tags.controlKeyword, tags.standard(tags.typeName)], color: "var(--link)", fontWeight: "600" },
  { tag: [tags.string, tags.character], color: "var(--good)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--bad)" },
  { tag: tags.annotation, color: "var(--muted)" },
]);

// Opens it in a place of the page. Calls save when the learner asks for it, and edited after each
// change. Tab indents until Esc is pressed; then it leaves the editor, as it does everywhere else.
export function open(place, text, save, edited) {
  const keys = [
    { key: "Mod-s", preventDefault: true, run: () => (save(), true) },
    { key: "Escape", run: (view) => (view.setTabFocusMode(true), false) },
    indentWithTab,
  ];
  const view = new EditorView({
    parent: place,
    doc: text,
    extensions: [
      EditorView.cspNonce.of(document.querySelector("script[type=importmap]").nonce),
      EditorView.contentAttributes.of({ "aria-label": place.dataset.name, "aria-describedby": "editor-keys", tabindex: "0" }),
      EditorState.tabSize.of(2),
      indentUnit.of("  "),
      lineNumbers(),
      history(),
      indentOnInput(),
      bracketMatching(),
      java(),
      syntaxHighlighting(colours),
      look,
      keymap.of([...keys, ...defaultKeymap, ...historyKeymap]),
      EditorView.updateListener.of((update) => update.docChanged && edited()),
      EditorView.domEventHandlers({ blur: (_, blurred) => blurred.setTabFocusMode(false) }),
    ],
  });
  return {
    text: () => view.state.doc.toString(),
    focus: () => view.focus(),
    replace(other) {
      if (other === view.state.doc.toString()) {
        return;
      }
      const at = Math.min(view.state.selection.main.head, other.length);
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: other },
        selection: { anchor: at },
        annotations: isolateHistory.of("full"), // undone alone, however soon after typing
      });
    },
  };
}
