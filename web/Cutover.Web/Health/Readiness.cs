using Cutover.Engine.Aws;
using Cutover.Engine.Storage;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Cutover.Web.Health;

/// <summary>Asks the parts of the host whether they can do their work.</summary>
internal sealed class Readiness(
    IDbContextFactory<CutoverContext> contexts, ISchedulerFactory schedulers, AwsConnection aws, TimeProvider time)
{
    private long databaseAnswered;

    public async Task<ReadinessView> ReadAsync(CancellationToken cancellation)
    {
        PartView[] parts =
        [
            await DatabaseAsync(cancellation),
            await SchedulerAsync(cancellation),
            Service("Route 53", aws.Route53Pulse),
            Service("CloudWatch", aws.CloudWatchPulse),
        ];
        return new ReadinessView(parts.All(part => part.Ready || !part.Needed), [.. parts]);
    }

    // A host that is taken away because AWS is out of reach takes the dashboard away when it is needed most.
    private static PartView Service(string name, ServicePulse pulse) => (pulse.SinceFailing, pulse.SinceAnswer) switch
    {
        ({ } failing, { } answered) =>
            new PartView(name, false, $"answered {Age.InWords(answered)}, and not since {Age.InWords(failing)}", Needed: false),
        ({ } failing, null) => new PartView(name, false, $"has not answered yet, first asked {Age.InWords(failing)}", Needed: false),
        (null, { } answered) => new PartView(name, true, $"answered {Age.InWords(answered)}", Needed: false),
        _ => new PartView(name, true, "has not been asked yet", Needed: false),
    };

    private async Task<PartView> DatabaseAsync(CancellationToken cancellation)
    {
        var answers = await AnswersAsync(cancellation);
        if (answers)
        {
            Volatile.Write(ref databaseAnswered, time.GetTimestamp());
        }

        var last = Volatile.Read(ref databaseAnswered);
        return new PartView("database", answers, last == 0 ? "has not answered yet" : $"answered {Age.InWords(time.GetElapsedTime(last))}");
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        try
        {
            await context.Runs.AnyAsync(cancellation);
            return true;
        }
        catch (System.Data.Common.DbException)
        {
            return false;
        }
    }

    private async Task<PartView> SchedulerAsync(CancellationToken cancellation)
    {
        var scheduler = await schedulers.GetScheduler(cancellation);
        var since = (await scheduler.GetMetadata(cancellation)).RunningSince;
        return scheduler.Status == SchedulerStatus.Running && since is { } started
            ? new PartView("scheduler", true, $"started {Age.InWords(time.GetUtcNow() - started)}")
            : new PartView("scheduler", false, "is not running");
    }
}
