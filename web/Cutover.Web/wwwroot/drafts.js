// What is typed into a field with data-draft is kept in this tab, whatever becomes of the connection; and the editor's gutter and cursor.
// Playbooks hold no secrets by design, and the browser forgets the tab's storage when the tab is closed.
window.cutoverDrafts = (() => {
  const prefix = 'cutover-draft:';
  const pause = 200;
  const waiting = new Map();

  function keep(field) {
    waiting.delete(field);
    const base = field.dataset.draftBase;
    try {
      if (field.value === '') {
        sessionStorage.removeItem(prefix + field.dataset.draft);
      } else {
        sessionStorage.setItem(prefix + field.dataset.draft, JSON.stringify({
          text: field.value, base: base ? Number(base) : null, at: new Date().toISOString(),
        }));
      }
    } catch {
      // A browser that keeps nothing for pages still edits and saves.
    }
  }

  document.addEventListener('input', event => {
    const field = event.target;
    if (field instanceof HTMLTextAreaElement && field.dataset.draft) {
      clearTimeout(waiting.get(field));
      waiting.set(field, setTimeout(keep, pause, field));
    }
  }, true);

  addEventListener('pagehide', () => [...waiting.keys()].forEach(keep));

  // Scrolling does not bubble: it is caught on its way down.
  document.addEventListener('scroll', event => {
    const gutter = event.target instanceof HTMLTextAreaElement && event.target.parentElement.querySelector('.gutter');
    if (gutter) {
      gutter.scrollTop = event.target.scrollTop;
    }
  }, true);

  return {
    find(key) {
      try {
        return JSON.parse(sessionStorage.getItem(prefix + key));
      } catch {
        return null;
      }
    },

    drop(key) {
      for (const [field, timer] of waiting) {
        if (field.dataset.draft === key) {
          clearTimeout(timer);
          waiting.delete(field);
        }
      }

      try {
        sessionStorage.removeItem(prefix + key);
      } catch {
        // There was nothing to forget.
      }
    },

    // line and column from 1.
    goTo(id, line, column) {
      const field = document.getElementById(id);
      const lines = field.value.split('\n');
      const start = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
      const place = Math.min(start + column - 1, field.value.length);
      const height = field.scrollHeight / Math.max(lines.length, 1);
      field.focus();
      field.setSelectionRange(place, place);
      field.scrollTop = Math.max(0, (line - 4) * height);
    },
  };
})();
