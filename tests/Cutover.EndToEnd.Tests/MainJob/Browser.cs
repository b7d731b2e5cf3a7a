using Microsoft.Playwright;

namespace Cutover.EndToEnd.Tests.MainJob;

/// <summary>Debian's Chromium with a profile of its own.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private readonly DirectoryInfo profile = Directory.CreateTempSubdirectory("cutover-chromium-");
    private IPlaywright playwright = null!;
    private IBrowserContext context = null!;

    public static async Task<Browser> StartAsync(int width, int height)
    {
        var browser = new Browser { playwright = await Playwright.CreateAsync() };
        browser.context = await browser.playwright.Chromium.LaunchPersistentContextAsync(
            browser.profile.FullName, new BrowserTypeLaunchPersistentContextOptions
            {
                ExecutablePath = "/usr/bin/chromium",
                ViewportSize = new ViewportSize { Width = width, Height = height },
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--disable-quic",
                ],
            });
        browser.context.SetDefaultTimeout(60_000);
        Assertions.SetDefaultExpectTimeout(60_000);
        return browser;
    }

    public Task<IPage> OpenAsync() => context.NewPageAsync();

    public async ValueTask DisposeAsync()
    {
        await context.CloseAsync();
        playwright.Dispose();
        profile.Delete(recursive: true);
    }
}
