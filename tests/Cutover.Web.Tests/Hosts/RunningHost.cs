using System.Net;
using Cutover.Lab;
using Cutover.Tests.Fixtures;
using Cutover.Web.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cutover.Web.Tests.Hosts;

/// <summary>The host's own pieces on a real port, with a lab of its own or none.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    // A free port is free until it is taken: one lab after the other looks for its own.
    private static readonly SemaphoreSlim Ports = new(1, 1);

    private readonly DirectoryInfo folder;
    private readonly LabHosting lab;

    private RunningHost(WebApplication app, LabHosting lab, WrittenLog log, DirectoryInfo folder)
    {
        (App, this.lab, Log, this.folder) = (app, lab, log, folder);
        Address = new Uri(app.Urls.Single());
        Http = Client();
    }

    public WebApplication App { get; }

    public Uri Address { get; }

    /// <summary>Keeps no cookies and follows no redirect.</summary>
    public HttpClient Http { get; }

    public WrittenLog Log { get; }

    public LabWorld World => lab.World ?? throw new InvalidOperationException("This host has no lab.");

    /// <summary>The database file.</summary>
    public string Database => Path.Combine(folder.FullName, "cutover.db");

    /// <summary>The folder of its playbooks.</summary>
    public DirectoryInfo Playbooks => folder.CreateSubdirectory("playbooks");

    public static async Task<RunningHost> WithLabAsync(params string[] more) =>
        await StartAsync(new LabHosting(await StartLabAsync(), NullLoggerFactory.Instance), more);

    /// <summary>A host without a lab, in which people sign in, and no service token.</summary>
    /// <param name="successorOf">Takes over the folder of a host that was stopped with <see cref="StopAsync"/>.</param>
    public static Task<RunningHost> WithPeopleAsync(RunningHost? successorOf = null) =>
        StartAsync(new LabHosting(null, NullLoggerFactory.Instance), [], successorOf?.folder);

    /// <summary>A host without a lab that is told this.</summary>
    public static Task<RunningHost> WithSettingsAsync(params string[] settings) =>
        StartAsync(new LabHosting(null, NullLoggerFactory.Instance), settings);

    /// <param name="successorOf">Takes over the folder of a host that was stopped with <see cref="StopAsync"/>.</param>
    public static Task<RunningHost> WithTokenAsync(string token, RunningHost? successorOf = null) =>
        StartAsync(new LabHosting(null, NullLoggerFactory.Instance), [$"--Cutover:Token={token}"], successorOf?.folder);

    /// <summary>Ends the host and leaves its folder.</summary>
    public async Task StopAsync()
    {
        Http.Dispose();
        await App.DisposeAsync();
        await lab.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    /// <param name="from">The loopback address that the client comes from: sign-ins are counted by it.</param>
    public HttpClient Client(CookieContainer? cookies = null, IPAddress? from = null)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = cookies is not null };
        handler.CookieContainer = cookies ?? handler.CookieContainer;
        handler.ConnectCallback = from is null ? null : (context, cancellation) => Sources.ConnectAsync(from, context, cancellation);
        return new HttpClient(handler) { BaseAddress = Address, Timeout = Patience.Limit };
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        folder.Delete(recursive: true);
    }

    private static async Task<RunningHost> StartAsync(LabHosting lab, string[] more, DirectoryInfo? inherited = null)
    {
        var folder = inherited ?? Directory.CreateTempSubdirectory("cutover-web");
        string[] args =
        [
            "--urls=http://127.0.0.1:0",
            $"--Cutover:Database={folder.FullName}/cutover.db",
            $"--Cutover:Playbooks={folder.FullName}/playbooks",
            "--Cutover:AssumedSync=00:00:00",
            .. more,
        ];
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { Args = args, ApplicationName = "Cutover.Web", ContentRootPath = AppContext.BaseDirectory });
        var log = new WrittenLog();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.AddCutover(CutoverOptions.Bind(builder.Configuration) with { Lab = lab.World is not null }, lab);
        // Slow hashes hold up who guesses: nobody does here.
        builder.Services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1_000);
        var app = builder.Build();
        await FreshDatabase.PutAsync($"{folder.FullName}/cutover.db");
        await app.MigrateAsync();
        app.UseCutover();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new RunningHost(app, lab, log, folder);
    }

    // Few clients and short times: what is tried here is the API, not the lab.
    private static async Task<LabWorld> StartLabAsync()
    {
        await Ports.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return await OpenLabAsync();
        }
        finally
        {
            Ports.Release();
        }
    }

    private static Task<LabWorld> OpenLabAsync()
    {
        var options = new LabOptions
        {
            Route53Port = 0,
            CloudWatchPort = 0,
            DnsPort = 0,
            SourceAddress = IPAddress.Parse("127.0.2.1"),
            TargetAddress = IPAddress.Parse("127.0.2.2"),
            EdgePort = FreePort.On(IPAddress.Parse("127.0.2.1")),
            StatisticsPort = 0,
            Ttl = 1,
            InsyncDelay = TimeSpan.FromMilliseconds(200),
            Ramp = TimeSpan.FromMilliseconds(500),
            Clients = 5,
        };
        return LabWorld.StartAsync(options, TimeProvider.System, NullLoggerFactory.Instance, TestContext.Current.CancellationToken);
    }
}
