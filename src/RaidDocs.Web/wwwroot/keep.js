// Keeps what she types, 3 seconds after the last key and when the page goes away. It can never finish or send anything.
const form = document.querySelector("form[data-keep]");
const line = form?.querySelector("[data-kept]");
let timer, running, changed = false, isOver = !form;

async function keep() {
  clearTimeout(timer);
  if (isOver || !changed) return;
  changed = false;
  const body = new URLSearchParams(new FormData(form));
  running = new AbortController();
  try {
    // A browser takes no more than 64 kB along when its page goes away.
    const answer = await fetch(form.dataset.keep, { method: "POST", body, redirect: "manual", keepalive: `${body}`.length < 60000, signal: running.signal });
    line.textContent = answer.ok ? await answer.text() : line.dataset.failed;
    // Signed out: sending again would not help. Continue keeps it and asks her to sign in.
    isOver ||= answer.type === "opaqueredirect";
  } catch (problem) {
    if (problem.name === "AbortError") return;
    line.textContent = line.dataset.failed;
    changed = true;
  }
}

form?.addEventListener("input", () => {
  changed = true;
  clearTimeout(timer);
  timer = setTimeout(keep, 3000);
});
// What is sent now is newer than what is on its way.
form?.addEventListener("submit", () => {
  isOver = true;
  clearTimeout(timer);
  running?.abort();
});
document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && keep());
addEventListener("pagehide", keep);

// Letters as a person counts them, from three quarters of what a box takes.
const letters = globalThis.Intl?.Segmenter && new Intl.Segmenter(undefined, { granularity: "grapheme" });
for (const count of letters ? document.querySelectorAll("[data-letters]") : []) {
  const box = document.getElementById(count.dataset.letters), most = Number(count.dataset.most);
  const show = () => {
    const length = box.value.length < most * 0.75 ? 0 : [...letters.segment(box.value.replaceAll("\r\n", "\n"))].length;
    count.textContent = length < most * 0.75 ? "" : count.dataset.words.replace("{0}", length);
  };
  let soon;
  box.addEventListener("input", () => { clearTimeout(soon); soon = setTimeout(show, 500); });
  show();
}
