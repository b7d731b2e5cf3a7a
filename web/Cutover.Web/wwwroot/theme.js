// Runs before anything is drawn. The server draws by these cookies; on the very first visit it cannot know what the system prefers,
// so the page is loaded once more, before a person has seen the wrong colours.
(() => {
  const read = name => document.cookie.split('; ').find(c => c.startsWith(name + '='))?.split('=')[1];
  const write = (name, value) => { document.cookie = `${name}=${value}; path=/; max-age=${value ? 31536000 : 0}; samesite=lax`; };
  const preferred = () => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
  const show = theme => { document.documentElement.dataset.theme = theme; };

  const known = read('cutover-system-theme');
  write('cutover-system-theme', preferred());
  const wanted = read('cutover-theme') ?? preferred();
  if (known === undefined && read('cutover-system-theme') && document.documentElement.dataset.theme !== wanted) {
    location.reload();
  }

  show(wanted);

  window.cutoverTheme = {
    // choice: "system", "light" or "dark". Returns whether the page is dark now.
    choose(choice) {
      write('cutover-theme', choice === 'system' ? '' : choice);
      write('cutover-system-theme', preferred());
      const theme = choice === 'system' ? preferred() : choice;
      show(theme);
      // Only a circuit asks: whoever waits for it sees it here.
      document.documentElement.dataset.circuit = 'up';
      return theme === 'dark';
    },
  };
})();
