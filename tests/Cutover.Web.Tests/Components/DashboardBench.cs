using System.Security.Claims;
using Amazon.Runtime;
using Bunit;
using Bunit.Extensions.WaitForHelpers;
using Cutover.Core.Runs;
using Cutover.Engine;
using Cutover.Engine.Aws;
using Cutover.Engine.Notifications;
using Cutover.Engine.Runs;
using Cutover.Engine.Storage;
using Cutover.Tests.Fixtures;
using Cutover.Web.Access;
using Cutover.Web.Access.People;
using Cutover.Web.Components;
using Cutover.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using MudBlazor;
using TestContext = Xunit.TestContext;

namespace Cutover.Web.Tests.Components;

/// <summary>The dashboard's components over a real database and the real engine; Route 53 is a port where nobody listens.</summary>
internal sealed class DashboardBench : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("cutover-web-").FullName;

    private DashboardBench(string role, NotificationOptions? notifications)
    {
        var host = new CutoverOptions
        {
            Database = Path.Combine(folder, "cutover.db"), Playbooks = folder, Notifications = notifications ?? new NotificationOptions(),
        };
        Context.JSInterop.Mode = JSRuntimeMode.Loose;
        Context.Services.AddLogging();
        Context.Services.AddSingleton(host);
        Context.Services.AddSingleton(new LabHosting(null, NullLoggerFactory.Instance));
        Context.Services.AddSingleton(provider => new AwsConnection(
            new AwsOptions
            {
                Region = "us-east-1",
                Normal = new RetryOptions { Attempts = 1 },
                Route53Endpoint = new Uri("http://127.0.0.1:9"),
                CloudWatchEndpoint = new Uri("http://127.0.0.1:9"),
            },
            TimeProvider.System, provider.GetRequiredService<ILogger<AwsConnection>>(), new BasicAWSCredentials("key", "secret")));
        Context.Services.AddCutoverEngine(host.Engine, Time);
        Context.Services.AddDashboardParts();
        Context.AddAuthorization().SetAuthorized("ada").SetClaims(new Claim("cutover:grant", role));
        Context.Services.AddSingleton<Sessions>();
        Context.Services.AddSingleton<PlaybookRights>();
    }

    public BunitContext Context { get; } = new();

    public FakeTimeProvider Time { get; } = new(SampleRuns.Noon);

    public RunArchive Archive => Service<RunArchive>();

    public static async Task<DashboardBench> StartAsync(string role = "Admin", NotificationOptions? notifications = null)
    {
        var bench = new DashboardBench(role, notifications);
        await FreshDatabase.PutAsync(Path.Combine(bench.folder, "cutover.db"));
        bench.Context.Render<MudPopoverProvider>();
        return bench;
    }

    public T Service<T>()
        where T : notnull => Context.Services.GetRequiredService<T>();

    /// <summary>A file in the playbooks folder.</summary>
    public void Playbook(string file, string text) => File.WriteAllText(Path.Combine(folder, file), text);

    /// <summary>A run in the database, just started, with its preflight behind it or still before it.</summary>
    public async Task<Journey> StartRunAsync(string? text = null, bool inPreflight = false)
    {
        var plan = text is null ? SampleRuns.Plan : SampleRuns.Of(text);
        var (started, now) = (new StartedEvent("ada", null), Time.GetUtcNow());
        var decision = inPreflight ? RunMachine.Start(plan, started, now) : BegunRun.Start(plan, started, now);
        var run = await Service<RunJournal>().CreateAsync(
            plan, text ?? SampleRuns.Text, started, decision, now, TestContext.Current.CancellationToken);
        return new Journey(run, Service<RunJournal>(), Time);
    }

    /// <summary>Lets the engine drive the runs in the database, so that it takes requests.</summary>
    public Task DriveAsync() => Service<OpenRuns>().StartAsync(TestContext.Current.CancellationToken);

    public IRenderedComponent<T> Render<T>(Action<ComponentParameterCollectionBuilder<T>>? parameters = null)
        where T : IComponent => parameters is null ? Context.Render<T>() : Context.Render(parameters);

    /// <summary>
    /// Lets time pass until a page shows what it should. Again and again, since the page may only be about to wait when time
    /// passes.
    /// </summary>
    public void PassTimeUntil<T>(IRenderedComponent<T> page, Action assertion)
        where T : IComponent
    {
        for (var tries = 40; ; tries--)
        {
            Time.Advance(TimeSpan.FromSeconds(6));
            try
            {
                page.WaitForAssertion(assertion, TimeSpan.FromMilliseconds(500));
                return;
            }
            catch (WaitForFailedException) when (tries > 0)
            {
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Service<OpenRuns>().StopAsync(CancellationToken.None);
        await Context.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
