using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Cutover.EndToEnd.Tests.Accessibility;

/// <summary>Looks at pages with axe-core, in the light theme and in the dark one: the rules of WCAG 2.2 AA and the best practices.</summary>
internal sealed class Scan
{
    // In the dark only colours differ.
    private const string Look = """
        async dark => {
          const only = dark
            ? { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }
            : { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
          const { violations } = await axe.run(document, { runOnly: only, resultTypes: ['violations'] });
          return violations.flatMap(rule => rule.nodes.map(node =>
            `${rule.id}: ${rule.help}: ${node.target.join(' ')} ${node.html} ${node.any.map(check => check.message).join('; ')}`));
        }
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private readonly List<string> violations = [];

    /// <summary>The routes that were looked at.</summary>
    public HashSet<string> Routes { get; } = [];

    public async Task LookAsync(IPage page, string route, string state)
    {
        Routes.Add(route);
        await page.EvaluateAsync(Axe);
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            await ShowsAsync(page, scheme);
            var found = await page.EvaluateAsync<string[]>(Look, scheme == ColorScheme.Dark);
            violations.AddRange(found.Select(words => $"{route} {state}, {scheme}: {words}"));
        }
    }

    public void AssertClean() => Assert.True(violations.Count == 0, string.Join(Environment.NewLine, violations));

    // The plain pages follow the system by style alone. On the dashboard the controls get their colours over the circuit, which has to be up
    // before; without a connection they stay as they are. The title that came with the page is taken away when the circuit takes over, and
    // stands again with the first thing that it draws.
    private static Task<IJSHandle> ShowsAsync(IPage page, ColorScheme scheme) => page.WaitForFunctionAsync(
        """
        dark => {
          const surface = getComputedStyle(document.documentElement).getPropertyValue('--mud-palette-surface');
          return !document.querySelector('script[src*="blazor.web"]') || document.querySelector('.reconnect.lost')
            || (document.documentElement.dataset.circuit === 'up' && document.title !== '' && document.documentElement.dataset.theme === (dark ? 'dark' : 'light')
              && surface.includes('255') !== dark && document.getAnimations().length === 0);
        }
        """,
        scheme == ColorScheme.Dark);
}
