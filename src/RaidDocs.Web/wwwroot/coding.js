// Coding with the keyboard and a selection. Everything here stands on the page as a link, a button or a box as well.
const coding = document.querySelector('[data-coding]');
const words = coding?.querySelector('[data-words]');

// Where the selection lies in her words, as the server counts: null when it lies elsewhere.
const selected = () => {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!words.contains(range.startContainer) || !words.contains(range.endContainer)) return null;
  const before = document.createRange();
  before.selectNodeContents(words);
  before.setEnd(range.startContainer, range.startOffset);
  const from = before.toString().length;
  return { from, to: from + range.toString().length, text: range.toString() };
};

const mark = () => {
  const part = selected();
  if (!part || part.from === part.to) return;
  const form = coding.querySelector('[data-add]');
  if (form) {
    form.elements['Form.Part'].value = part.text;
    form.elements['Form.From'].value = part.from;
  }
  // The page is shown anew with the part marked; what was typed beside it must not be lost, so only before an act is picked.
  else {
    const url = new URL(location.href);
    url.searchParams.set('from', part.from);
    url.searchParams.set('to', part.to);
    location.replace(url);
  }
};

if (words) {
  const offer = coding.querySelector('[data-mark-offer]');
  offer.hidden = false;
  coding.querySelector('[data-mark]').addEventListener('mousedown', event => event.preventDefault());
  coding.querySelector('[data-mark]').addEventListener('click', mark);

  if (coding.dataset.keys === 'on') {
    document.querySelector('[data-keys-help]').hidden = false;
    const follow = rel => coding.querySelector(`a[rel=${rel}]`)?.click();
    const keys = {
      j: () => follow('next'),
      k: () => follow('prev'),
      m: mark,
      '/': () => coding.querySelector('[data-search]')?.focus(),
      Enter: () => coding.querySelector('[data-add]')?.requestSubmit(),
    };
    addEventListener('keydown', event => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing) return;
      if (event.target.closest?.('input, textarea, select, button, a, summary, [contenteditable]')) return;
      const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!act) return;
      event.preventDefault();
      act();
    });
  }
}
