using Microsoft.Playwright;

namespace Cutover.EndToEnd.Tests.Pages;

/// <summary>One Debian Chromium for many people: each gets a context, which shares nothing with the others.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private Chromium(IPlaywright playwright, IBrowser browser) => (this.playwright, this.browser) = (playwright, browser);

    public static async Task<Chromium> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return new Chromium(playwright, await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = "/usr/bin/chromium",
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
                "--disable-sync", "--disable-quic",
            ],
        }));
    }

    /// <summary>A person's browser.</summary>
    /// <param name="script">Whether scripts run in it.</param>
    public async Task<IBrowserContext> PersonAsync(ColorScheme scheme = ColorScheme.Light, bool script = true, int width = 1440, int height = 900)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ColorScheme = scheme,
            JavaScriptEnabled = script,
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(60_000);
        Assertions.SetDefaultExpectTimeout(60_000);
        return context;
    }

    /// <summary>Closes everybody's pages.</summary>
    public Task ClearAsync() => Task.WhenAll(browser.Contexts.Select(person => person.CloseAsync()));

    public async ValueTask DisposeAsync()
    {
        await browser.CloseAsync();
        playwright.Dispose();
    }
}
