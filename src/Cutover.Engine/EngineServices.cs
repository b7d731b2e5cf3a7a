using Cutover.Engine.Auditing;
using Cutover.Engine.Aws;
using Cutover.Engine.Aws.Route53;
using Cutover.Engine.Backtests;
using Cutover.Engine.Comments;
using Cutover.Engine.Conversions;
using Cutover.Engine.Decisions;
using Cutover.Engine.Dns;
using Cutover.Engine.Dns.Observation;
using Cutover.Engine.Dns.Panel;
using Cutover.Engine.Dns.Readings;
using Cutover.Engine.Gates;
using Cutover.Engine.Gates.CloudWatch;
using Cutover.Engine.Notifications;
using Cutover.Engine.Notifications.Approvals;
using Cutover.Engine.Notifications.Channels;
using Cutover.Engine.Playbooks;
using Cutover.Engine.Probes;
using Cutover.Engine.Reports;
using Cutover.Engine.Requests;
using Cutover.Engine.Runs;
using Cutover.Engine.Schedule;
using Cutover.Engine.StackStatistics;
using Cutover.Engine.Storage;
using Cutover.Engine.Telemetry;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Cutover.Engine;

/// <summary>Puts the engine into a host.</summary>
public static class EngineServices
{
    /// <summary>Assembly that holds the schema migrations for SQLite.</summary>
    public const string SqliteMigrations = "Cutover.Migrations.Sqlite";

    /// <summary>
    /// Adds everything that drives runs. The host must register an <see cref="AwsConnection"/>, and migrate the database before it starts.
    /// </summary>
    public static IServiceCollection AddCutoverEngine(this IServiceCollection services, EngineOptions options, TimeProvider time)
    {
        services.AddSingleton(options);
        services.AddSingleton(time);
        services.AddSingleton(new ProbeOptions());
        services.AddSingleton(options.Statistics);
        services.AddSingleton<StackWatch>();
        services.AddSingleton<LiveReadings>();
        services.AddDbContextFactory<CutoverContext>(context => UseSqlite(context, options.Database));
        AddWakeUps(services, time);
        AddNotifications(services, options, time);
        services.AddSingleton<RunJournal>();
        services.AddSingleton<RunArchive>();
        services.AddSingleton<AuditLog>();
        services.AddSingleton<RunHistory>();
        services.AddSingleton<RunReports>();
        services.AddSingleton<PlaybookLibrary>();
        services.AddSingleton<PlaybookCatalog>();
        services.AddSingleton<RunComments>();
        services.AddSingleton<RunDeviations>();
        services.AddSingleton<DecisionDetails>();
        services.AddSingleton<RunFeed>();
        services.AddMetrics();
        services.AddSingleton<RunMeter>();
        services.AddSingleton<NamedRequests>();
        services.AddHostedService<RequestSweep>();
        services.AddSingleton<PlanningView>();
        services.AddSingleton<RunPlanning>();
        services.AddSingleton<HistoryBacktest>();
        services.AddSingleton<RunBacktest>();
        services.AddSingleton<ZoneConversions>();
        services.AddSingleton<ConversionArchive>();
        AddDns(services, options, time);
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<CloudWatchPoller>(
            provider, provider.GetRequiredService<AwsConnection>().CloudWatch));
        services.AddHostedService(provider => provider.GetRequiredService<CloudWatchPoller>());
        services.AddSingleton<StoredCounts>();
        services.AddSingleton<GateWatches>();
        services.AddSingleton<Announcements>();
        services.AddSingleton<CommandDispatcher>();
        services.AddSingleton<RunDrivers>();
        services.AddSingleton(CreateRuns);
        services.AddHostedService(provider => provider.GetRequiredService<OpenRuns>());
        return services;
    }

    /// <summary>The database of the embedded default: a SQLite file in WAL mode with full synchronisation.</summary>
    public static void UseSqlite(DbContextOptionsBuilder context, string file) => context
        .UseSqlite($"Data Source={file}", sqlite => sqlite.MigrationsAssembly(SqliteMigrations))
        .AddInterceptors(new SqlitePragmas());

    private static void AddDns(IServiceCollection services, EngineOptions options, TimeProvider time)
    {
        services.AddSingleton(provider => new ZoneReader(Route53(provider), time));
        services.AddSingleton(provider => new WeightedPairs(Route53(provider), provider.GetRequiredService<ZoneReader>()));
        services.AddSingleton(provider => new NameServers(Route53(provider), options.Observation));
        services.AddSingleton(provider => new AnswerSampler(
            options.Observation, time, provider.GetRequiredService<ILogger<AnswerSampler>>()));
        services.AddSingleton<AnswerObserver>();
        services.AddSingleton<PanelWatches>();
    }

    private static void AddNotifications(IServiceCollection services, EngineOptions options, TimeProvider time)
    {
        services.AddSingleton(options.Notifications);
        services.AddSingleton(_ => ChannelReader.Read(options.Notifications, time));
        services.AddSingleton(provider => new Outbox(
            provider.GetRequiredService<NotificationChannels>(), provider.GetRequiredService<ILogger<Outbox>>()));
        services.AddSingleton<OutboxStore>();
        services.AddSingleton<ApprovalLinks>();
        services.AddSingleton<MessageLinks>();
        services.AddSingleton<NotificationDesk>();
        services.AddSingleton<NotificationMeter>();
        services.AddHostedService<NotificationSender>();
        services.AddHostedService<OutboxSweep>();
    }

    private static Route53Client Route53(IServiceProvider provider) => provider.GetRequiredService<AwsConnection>().Route53;

    private static void AddWakeUps(IServiceCollection services, TimeProvider time)
    {
        services.AddQuartz(quartz =>
        {
            quartz.UseTimeProvider(time);
            quartz.UseInMemoryStore();
            quartz.AddJob<WakeUpJob>(job => job.WithIdentity(WakeUpSchedule.Job).StoreDurably());
        });
        services.AddQuartzHostedService();
        services.AddSingleton<WakeUpSchedule>();
    }

    private static OpenRuns CreateRuns(IServiceProvider provider) => new(
        provider.GetRequiredService<RunPlanning>(),
        provider.GetRequiredService<RunJournal>(),
        provider.GetRequiredService<Announcements>(),
        provider.GetRequiredService<RunDrivers>(),
        provider.GetRequiredService<TimeProvider>(),
        provider.GetRequiredService<ILogger<OpenRuns>>());
}
