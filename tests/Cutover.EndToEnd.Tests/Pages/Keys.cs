using Microsoft.Playwright;

namespace Cutover.EndToEnd.Tests.Pages;

/// <summary>A person without a mouse.</summary>
internal static class Keys
{
    private const int Most = 80;

    private const string Focused = """
        () => {
          const at = document.activeElement;
          if (at === document.body) {
            return ['', '', 'page'];
          }

          const words = at.getAttribute('aria-label') ?? (at.labels?.length ? at.labels[0].textContent : at.textContent) ?? '';
          const style = getComputedStyle(at);
          const box = at.getBoundingClientRect();
          const seen = at.matches(':focus-visible') && box.width > 0 && box.height > 0
            && (style.outlineStyle !== 'none' || style.boxShadow !== 'none' || at.closest('.mud-input-control') !== null);
          return [words.trim().replace(/\s+/g, ' '), seen ? '' : `${style.outlineStyle} ${at.matches(':focus-visible')} ${box.width}x${box.height} ${at.outerHTML.slice(0, 200)}`, at.closest('[role=dialog]') ? 'dialog' : 'page'];
        }
        """;

    /// <summary>Goes on by Tab until a control has the focus; every one on the way must show that it has it.</summary>
    /// <returns>The controls on the way, by name.</returns>
    public static async Task<List<string>> TabToAsync(this IPage page, string name)
    {
        var way = new List<string>();
        while (way.Count < Most)
        {
            await page.Keyboard.PressAsync("Tab");
            var focus = await page.EvaluateAsync<string[]>(Focused);
            Assert.True(focus[1].Length == 0, $"The focus is not to be seen on {focus[1]}");
            way.Add(focus[0]);
            if (focus[0].StartsWith(name, StringComparison.Ordinal))
            {
                return way;
            }
        }

        throw new InvalidOperationException($"Tab does not come to \"{name}\": {string.Join(" > ", way)}");
    }

    /// <summary>Waits until a control has the focus.</summary>
    public static Task<IJSHandle> FocusIsOnAsync(this IPage page, string name) => page.WaitForFunctionAsync(
        "name => (document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent).trim().startsWith(name)", name);

    /// <summary>Waits until the focus is in the open confirmation.</summary>
    public static Task<IJSHandle> FocusIsInDialogAsync(this IPage page) =>
        page.WaitForFunctionAsync("() => document.activeElement.closest('[role=dialog]') !== null");
}
