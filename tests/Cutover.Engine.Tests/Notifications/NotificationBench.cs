using Cutover.Core.Plans;
using Cutover.Core.Runs;
using Cutover.Engine.Notifications;
using Cutover.Engine.Notifications.Approvals;
using Cutover.Engine.Notifications.Channels;
using Cutover.Engine.Storage;
using Cutover.Engine.Telemetry;
using Cutover.Engine.Tests.Plans;
using Cutover.Engine.Tests.Storage;
using Cutover.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Cutover.Engine.Tests.Notifications;

/// <summary>Journal, outbox and senders over a real database, as a host would have them, and can lose them.</summary>
internal sealed class NotificationBench : IAsyncDisposable
{
    public const string Secret = "whsec_bG9uZyBlbm91Z2ggdG8gYmUgYSBzZWNyZXQ=";

    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly StorageBench storage;
    private readonly ServiceProvider meters = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private NotificationSender? sender;

    private NotificationBench(StorageBench storage) => this.storage = storage;

    public FakeTimeProvider Time { get; } = new(StorageBench.Now);

    public LogText Log { get; } = new();

    public NotificationOptions Options { get; private set; } = new();

    public NotificationChannels Channels { get; private set; } = NotificationChannels.None;

    public RunJournal Journal { get; private set; } = null!;

    public FailingCommit Commits => storage.Commits;

    public NotificationDesk Desk => new(storage, Channels, Time);

    public ApprovalLinks Approvals => new(storage, Options, Time);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<NotificationBench> CreateAsync(params IEnumerable<(string Name, ChannelOptions Channel)> channels)
    {
        var bench = new NotificationBench(await StorageBench.CreateAsync());
        bench.Open(new NotificationOptions
        {
            AllowedNetworks = ["127.0.0.0/8"],
            // No try ends because a test lets time pass meanwhile.
            Timeout = TimeSpan.FromDays(1),
            Channels = channels.ToDictionary(one => one.Name, one => one.Channel, StringComparer.Ordinal),
        });
        return bench;
    }

    public static ChannelOptions Webhook(Uri url, params string[] events) =>
        new() { Kind = ChannelKind.Webhook, Url = new Uri(url, "hook").AbsoluteUri, Secret = Secret, Events = [.. events] };

    /// <summary>As a host reads its settings.</summary>
    public void Open(NotificationOptions options)
    {
        Options = options;
        Channels = ChannelReader.Read(options, Time);
        Journal = new RunJournal(storage, new Outbox(Channels, Log.For<Outbox>()));
    }

    /// <summary>Begins to send.</summary>
    public async Task SendAsync()
    {
        var engine = new EngineOptions { Notifications = Options, PublicAddress = new Uri("https://cutover.example/ops") };
        sender = new NotificationSender(
            Channels,
            new OutboxStore(storage),
            new MessageLinks(Approvals, engine),
            engine,
            new NotificationMeter(meters.GetRequiredService<System.Diagnostics.Metrics.IMeterFactory>()),
            Time,
            Log.For<NotificationSender>());
        await sender.StartAsync(Cancellation);
    }

    /// <summary>The host is gone; what it had in memory with it.</summary>
    public async Task DieAsync()
    {
        await (sender?.StopAsync(CancellationToken.None) ?? Task.CompletedTask);
        sender = null;
        Open(Options);
    }

    /// <summary>A run that has begun its first step.</summary>
    public async Task<OpenRun> StartRunAsync(string notify = "", bool approval = false)
    {
        const string Last = "100 %, bake: 5m";
        var text = SamplePlan.Text.Replace(Last, approval ? $"{Last}, approval: required" : Last, StringComparison.Ordinal) + "\n" + notify;
        return await CreateAsync(SamplePlan.Make(text), new StartedEvent("alice", "it is time"));
    }

    /// <summary>Decides on an event, and stores the decision.</summary>
    public async Task<OpenRun> TakeAsync(OpenRun run, RunEvent happened, long? link = null)
    {
        var (now, occurrence) = (Time.GetUtcNow(), Occurrence.Of(happened) with { ApprovalLink = link });
        var decision = RunMachine.Decide(run.Plan, run.State, happened, now);
        await Journal.AppendAsync(run, occurrence, decision, now, Cancellation);
        return run with { State = decision.State, Sequence = run.Sequence + 1 };
    }

    public Task<OpenRun> AskAsync(OpenRun run, OperatorAct act, int? step = null, long? link = null) =>
        TakeAsync(run, new OperatorAskedEvent(act, "ada", "a reason", step), link);

    public async Task<List<OutboxRecord>> OutboxAsync()
    {
        await using var context = storage.CreateDbContext();
        return await context.Outbox.AsNoTracking().OrderBy(row => row.Id).ToListAsync(Cancellation);
    }

    public async Task<T> DatabaseAsync<T>(Func<CutoverContext, Task<T>> read)
    {
        await using var context = storage.CreateDbContext();
        return await read(context);
    }

    /// <summary>The whole file, to look for what must not be in it.</summary>
    public async Task<string> FileAsync()
    {
        await using var context = storage.CreateDbContext();
        await context.Database.ExecuteSqlAsync($"PRAGMA wal_checkpoint(TRUNCATE)", Cancellation);
        return System.Text.Encoding.Latin1.GetString(await ReadAsync(storage.File));
    }

    /// <summary>Lets time pass until the outbox is as it should be: nobody knows when a sender begins to wait.</summary>
    public async Task<List<OutboxRecord>> PassTimeUntilAsync(Func<List<OutboxRecord>, bool> reached, TimeSpan? step = null)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var rows = await OutboxAsync();
            if (reached(rows))
            {
                return rows;
            }

            await Task.Delay(10, patience.Token);
            Time.Advance(step ?? TimeSpan.Zero);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await DieAsync();
        await meters.DisposeAsync();
        await storage.DisposeAsync();
    }

    private static async Task<byte[]> ReadAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, Cancellation);
        return copy.ToArray();
    }

    private async Task<OpenRun> CreateAsync(Plan plan, StartedEvent started)
    {
        var now = Time.GetUtcNow();
        return await Journal.CreateAsync(plan, SamplePlan.Text, started, BegunRun.Start(plan, started, now), now, Cancellation);
    }
}
