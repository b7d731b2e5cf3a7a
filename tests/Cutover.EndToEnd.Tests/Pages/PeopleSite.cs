using System.Globalization;
using System.Net;
using Cutover.EndToEnd.Tests.Hosts;
using Cutover.Engine.Tests.Runs;
using Cutover.Lab;
using Cutover.Tests.Fixtures;
using Microsoft.Playwright;

namespace Cutover.EndToEnd.Tests.Pages;

/// <summary>A host in which people sign in, at an address that it keeps across restarts; the lab of this process stands for AWS.</summary>
internal sealed class PeopleSite : IAsyncDisposable
{
    public const string Password = "correct horse battery";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cutover-");
    private readonly int port = FreePort.On(IPAddress.Loopback);
    private LabWorld lab = null!;
    private HostProcess host = null!;

    /// <summary>Where the first account is made.</summary>
    public string SetUpLink { get; private set; } = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<PeopleSite> StartAsync()
    {
        var site = new PeopleSite { lab = await FastLab.StartAsync(Cancellation) };
        await File.WriteAllTextAsync(
            Path.Combine(site.folder.CreateSubdirectory("playbooks").FullName, "lab.yaml"),
            FastLab.Playbook(site.lab, SampleSteps.LongBake, FastLab.PatientNoData),
            Cancellation);
        await site.StartHostAsync();
        site.SetUpLink = await site.LinkAsync();
        return site;
    }

    public string At(string path) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/{path}");

    /// <summary>Makes the first account, an admin, and comes back signed in.</summary>
    public async Task<IPage> SetUpAsync(IBrowserContext person)
    {
        var page = await person.NewPageAsync();
        await page.AddInitScriptAsync(Circuit.KeepSockets);
        await page.GotoAsync(SetUpLink);
        await page.GetByLabel("Name").FillAsync("ada");
        await page.Locator("input[name=password]").FillAsync(Password);
        await page.Locator("input[name=again]").FillAsync(Password);
        await page.GetByRole(AriaRole.Button).ClickAsync();
        await page.WaitForURLAsync(At(string.Empty));
        return page;
    }

    public async Task<IPage> SignInAsync(IBrowserContext person, string name = "ada", string password = Password)
    {
        var page = await person.NewPageAsync();
        await page.AddInitScriptAsync(Circuit.KeepSockets);
        await page.GotoAsync(At(string.Empty));
        await page.GetByLabel("Name").FillAsync(name);
        await page.GetByLabel("Password").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sign in" }).ClickAsync();
        return page;
    }

    public Task KillHostAsync() => host.KillAsync(Cancellation);

    public async Task StartHostAsync()
    {
        var command = HostCommand.Against(lab, Path.Combine(folder.FullName, "cutover.db"));
        command.Environment.Remove("Cutover__Token");
        command.Environment["ASPNETCORE_URLS"] = At(string.Empty);
        host = await HostProcess.StartAsync(command, Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await lab.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private async Task<string> LinkAsync()
    {
        while (true)
        {
            var line = await host.Lines.ReadAsync(Cancellation);
            if (line.IndexOf(At("invitation"), StringComparison.Ordinal) is >= 0 and var at)
            {
                return line[at..].Trim();
            }
        }
    }
}
