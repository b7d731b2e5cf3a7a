using System.Globalization;
using Cutover.Core.Runs;
using Cutover.Engine.Runs;
using Quartz;

namespace Cutover.Engine.Schedule;

/// <summary>Posts a tick to a run.</summary>
internal sealed class WakeUpJob(OpenRuns runs) : IJob
{
    public const string Run = "run";

    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        runs.Post(long.Parse(context.MergedJobDataMap.GetString(Run)!, CultureInfo.InvariantCulture), new TickedEvent());
        return ValueTask.CompletedTask;
    }
}
