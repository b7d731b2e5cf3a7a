using Cutover.Core.Gates;
using Cutover.Core.Runs;
using Cutover.Engine.Runs;
using Cutover.Engine.Storage;

namespace Cutover.Engine.Gates;

/// <summary>
/// Tells a run in preflight whether both stacks answer the same probe the same way: once that can be told, and whenever it changes.
/// </summary>
/// <param name="loop">The run.</param>
/// <param name="pair">The probe.</param>
/// <param name="time">The clock.</param>
internal sealed class AnswerComparison(RunLoop loop, ProbePair pair, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>Runs until the preflight is over.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(Interval, time);
        DialComparison? told = null;
        while (loop.Run.State.Preflight is not null && await timer.WaitForNextTickAsync(cancellation))
        {
            var seen = new DialComparison(
                pair.Cohort?.Name, pair.Probes[0].Window.Answers.Read(), pair.Probes[1].Window.Answers.Read());
            if (told is null || !seen.SaysWhat(told))
            {
                loop.Post(Occurrence.Of(new DialsComparedEvent(seen)));
                told = seen;
            }
        }
    }
}
