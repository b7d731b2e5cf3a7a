using System.Globalization;
using Cutover.Core.Runs;
using Cutover.EndToEnd.Tests.MainJob;
using Microsoft.Playwright;

namespace Cutover.EndToEnd.Tests.Pages;

/// <summary>What the tests of pages share, one after the other: a browser, and a host with its lab in which nobody signs in.</summary>
public sealed class Stage : IAsyncLifetime
{
    public const string Name = "stage";

    private const string Steps = "  - { weight: 50 %, bake: 5m }\n  - { weight: 100 %, bake: 5s, approval: required }";

    internal Chromium Chromium { get; private set; } = null!;

    internal LabSite Lab { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        (Lab, Chromium) = (await LabSite.StartAsync(Steps), await Chromium.StartAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await Chromium.DisposeAsync();
        await Lab.DisposeAsync();
    }

    /// <summary>The whole address of a page of the lab's host.</summary>
    internal string At(string path) => new Uri(Lab.Address, path).AbsoluteUri;

    /// <summary>A run that holds 50 % on Envoy for minutes.</summary>
    internal async Task<long> BakingAsync()
    {
        var run = await Lab.StartRunAsync();
        await Lab.UntilAsync(run, view => view.Summary.Phase == RunPhase.Baking);
        return run;
    }

    /// <summary>Sends everybody away and takes everything back, so that the next test can start a run.</summary>
    internal async Task ClearAsync()
    {
        await Chromium.ClearAsync();
        if (await Lab.OpenRunAsync() is { } run)
        {
            await RollBackAsync(run);
        }
    }

    internal async Task RollBackAsync(long run)
    {
        await Lab.AskAsync(run, OperatorAct.RollBack);
        await Lab.UntilAsync(run, view => !view.Summary.IsOpen);
    }

    /// <summary>The number of the run that a page is of.</summary>
    internal static long RunOn(IPage page) => long.Parse(page.Url.Split('/')[^1], CultureInfo.InvariantCulture);

    /// <summary>Opens a page and waits until its circuit is up.</summary>
    internal static async Task<IPage> OpenAsync(IBrowserContext person, string address)
    {
        var page = await person.NewPageAsync();
        await page.AddInitScriptAsync(Circuit.KeepSockets);
        await page.GotoAsync(address);
        await Circuit.UpAsync(page);
        return page;
    }
}
