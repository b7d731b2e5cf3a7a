using System.Globalization;
using Quartz;

namespace Cutover.Engine.Schedule;

/// <summary>The clock of the runs: one Quartz trigger for each open run, moved with every decision.</summary>
public sealed class WakeUpSchedule(ISchedulerFactory schedulers)
{
    /// <summary>The one durable job that every trigger fires.</summary>
    internal static JobKey Job { get; } = new("wake-up");

    /// <summary>Wakes the run at the given time, and at no other.</summary>
    public async ValueTask ArmAsync(long run, DateTimeOffset at, CancellationToken cancellation)
    {
        var scheduler = await schedulers.GetScheduler(cancellation);
        var trigger = TriggerBuilder.Create(scheduler.TimeProvider)
            .WithIdentity(KeyOf(run)).ForJob(Job).UsingJobData(WakeUpJob.Run, run.ToString(CultureInfo.InvariantCulture)).StartAt(at)
            .WithSimpleSchedule(schedule => schedule.WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow))
            .Build();
        await scheduler.ScheduleJob(trigger, ScheduleJobOptions.Replacing, cancellation);
    }

    public async ValueTask DisarmAsync(long run, CancellationToken cancellation)
    {
        var scheduler = await schedulers.GetScheduler(cancellation);
        await scheduler.UnscheduleJob(KeyOf(run), cancellation);
    }

    private static TriggerKey KeyOf(long run) => new(run.ToString(CultureInfo.InvariantCulture), "wake-up");
}
