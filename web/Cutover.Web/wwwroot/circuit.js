// The connection to the server, and what a page can still do without it: say so, and roll back.
(() => {
  const banner = document.getElementById('connection-lost');
  const form = document.getElementById('dead-circuit-rollback');
  const state = document.getElementById('reconnect-state');
  const retryEvery = 2000;
  let lost = false;

  // The run's page leaves what a rollback would do in its markup, which stays when the circuit is gone.
  function offerRollback() {
    const run = document.querySelector('[data-run][data-rollback-effect]');
    form.hidden = !run;
    if (run) {
      form.action = `/runs/${run.dataset.run}/acts/RollBack`;
      document.getElementById('dead-circuit-label').textContent = run.dataset.rollbackLabel;
      document.getElementById('dead-circuit-effect').textContent = run.dataset.rollbackEffect;
    }
  }

  form.addEventListener('submit', event => {
    const label = document.getElementById('dead-circuit-label').textContent;
    const effect = document.getElementById('dead-circuit-effect').textContent;
    if (!confirm(`${label}?\n\n${effect}`)) {
      event.preventDefault();
    }
  });

  // A button that has nobody to talk to leads to a page without a script, before Blazor takes the click.
  window.addEventListener('click', event => {
    const button = lost && event.target instanceof Element && event.target.closest('[data-plain]');
    if (button) {
      event.stopImmediatePropagation();
      event.preventDefault();
      location.assign(button.dataset.plain);
    }
  }, true);

  // A form that works without a circuit is sent as it is when nobody would take it, again before Blazor has it.
  window.addEventListener('submit', event => {
    if (lost && event.target.matches('[data-plain-form]')) {
      event.stopImmediatePropagation();
    }
  }, true);

  // The circuit draws the page anew when it is up. What a person put into a field until then is put there again.
  function keepWhatWasTyped() {
    const fields = root => [...root.querySelectorAll('[data-typed]')];
    const before = fields(document);
    if (before.length === 0) {
      return;
    }

    const taken = new MutationObserver(() => {
      const now = fields(document);
      if (before[0].isConnected || now.length === 0) {
        return;
      }

      taken.disconnect();
      for (const field of now) {
        const old = before.find(one => one.dataset.typed === field.dataset.typed);
        if (old?.type === 'radio' && old.checked && !field.checked) {
          field.click();
        } else if (old && old.type !== 'radio' && old.value !== old.defaultValue) {
          field.value = old.value;
          field.dispatchEvent(new Event('input', { bubbles: true }));
        }
      }
    });
    taken.observe(document.body, { childList: true, subtree: true });
  }

  keepWhatWasTyped();

  // What is typed into a confirmation is kept in this tab until it is closed, since the circuit may be gone before that.
  const slot = 'cutover-act';
  const keep = field => sessionStorage.setItem(slot, JSON.stringify({ path: field.dataset.kept, text: field.value }));
  document.addEventListener('input', event => {
    if (event.target.dataset?.kept) {
      keep(event.target);
    }
  });

  // What is confirmed while nobody hears it is not done, and must not look as if it were.
  window.addEventListener('click', event => {
    const dialog = lost && event.target instanceof Element && event.target.closest('.confirm')?.closest('[role=dialog]');
    const field = dialog && dialog.querySelector('[data-kept]');
    if (field) {
      event.stopImmediatePropagation();
      event.preventDefault();
      keep(field);
      dialog.querySelector('.dialog-unheard').textContent =
        'Nothing was asked: the host does not answer. As soon as it does, this comes back to be confirmed.';
    }
  }, true);

  window.cutoverAct = {
    // Null when no reason was being typed on that page.
    kept(page) {
      const kept = JSON.parse(sessionStorage.getItem(slot));
      return kept?.path.startsWith(`${page}/`) ? kept : null;
    },
    forget: () => sessionStorage.removeItem(slot),
    // The button that asked may be gone by now: whoever uses keys goes on among the acts.
    settle() {
      if (document.activeElement === document.body) {
        document.querySelector('.acts, h1')?.focus();
      }
    },
  };

  document.getElementById('reconnect-reload').addEventListener('click', () => location.reload());

  function lose(words) {
    state.textContent = words;
    if (!lost) {
      lost = true;
      offerRollback();
      banner.classList.add('lost');
    }
  }

  function regain() {
    lost = false;
    document.querySelectorAll('.dialog-unheard').forEach(words => { words.textContent = ''; });
    banner.classList.remove('lost');
  }

  // The circuit of before is gone for good when the host was restarted: the page is loaded anew as soon as the host answers.
  async function comeBack() {
    while (lost) {
      try {
        const answer = await fetch(location.href, { method: 'HEAD', cache: 'no-store' });
        if (answer.status < 500) {
          location.reload();
          return;
        }
      } catch {
        state.textContent = 'The host does not answer. Trying again…';
      }

      await new Promise(resolve => setTimeout(resolve, retryEvery));
    }
  }

  Blazor.start({
    circuit: {
      reconnectionHandler: {
        onConnectionDown: async () => {
          lose('Reconnecting…');
          for (let attempt = 0; lost && attempt < 30; attempt++) {
            try {
              if (await Blazor.reconnect()) {
                regain();
                return;
              }

              break;
            } catch {
              state.textContent = `Reconnecting, attempt ${attempt + 2}…`;
              await new Promise(resolve => setTimeout(resolve, retryEvery));
            }
          }

          await comeBack();
        },
        onConnectionUp: regain,
      },
    },
  });
})();
