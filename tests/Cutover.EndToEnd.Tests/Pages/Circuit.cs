using Microsoft.Playwright;

namespace Cutover.EndToEnd.Tests.Pages;

/// <summary>A page's connection to its host, as the browser has it.</summary>
internal static class Circuit
{
    // A page cannot reach the sockets that its scripts open, unless it was there before.
    public const string KeepSockets = """
        window.kept = [];
        window.WebSocket = class extends window.WebSocket {
          constructor(...all) { super(...all); window.kept.push(this); }
        };
        """;

    /// <summary>Waits until the circuit has drawn the page: what the server alone draws has no ids of Blazor's handlers.</summary>
    public static Task UpAsync(IPage page) => page.WaitForFunctionAsync(
        "() => window.kept.some(socket => socket.readyState === 1) && document.documentElement.dataset.circuit === 'up'");

    /// <summary>Cuts it, and lets none come up again.</summary>
    public static async Task CutAsync(IPage page)
    {
        await page.RouteAsync("**/_blazor/**", route => route.AbortAsync());
        await page.EvaluateAsync("() => window.kept.forEach(socket => socket.close())");
        await Assertions.Expect(page.Locator("#connection-lost")).ToBeVisibleAsync();
    }
}
