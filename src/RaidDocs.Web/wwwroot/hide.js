// Hide without the wait: the page is gone from the screen before the answer comes. Shift three times does it too.
(() => {
  'use strict';
  const link = document.querySelector('.hide a');
  const hide = () => {
    document.documentElement.hidden = true;
    location.replace(link.href);
  };

  let presses = [];
  addEventListener('keydown', event => {
    if (event.repeat) return;
    presses = event.key === 'Shift' ? [...presses, event.timeStamp].slice(-3) : [];
    if (presses.length === 3 && presses[2] - presses[0] < 1500) hide();
  });
  link.addEventListener('click', event => {
    event.preventDefault();
    hide();
  });

  // A page that the browser kept is asked for anew, so that Back shows only what may still be seen.
  addEventListener('pageshow', event => {
    if (event.persisted) location.reload();
  });
})();
