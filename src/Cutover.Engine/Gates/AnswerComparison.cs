using Cutover.Core.Gates;
using Cutover.Core.Runs;
using Cutover.Engine.Runs;
using Cutover.Engine.Storage;
using Microsoft.Extensions.Logging;

namespace Cutover.Engine.Gates;

/// <summary>
/// Tells a run in preflight whether both stacks answer the same probe the same way: once that can be told, and whenever it changes.
/// </summary>
/// <param name="loop">The run.</param>
/// <param name="pair">The probe.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">For errors in Cutover itself.</param>
internal sealed class AnswerComparison(RunLoop loop, ProbePair pair, TimeProvider time, ILogger<AnswerComparison> logger)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private DialComparison? told;

    /// <summary>Runs until the preflight is over; like a gate, it goes on after an error.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (loop.Run.State.Preflight is not null && await timer.WaitForNextTickAsync(cancellation))
        {
            try
            {
                Tell(new DialComparison(
                    pair.Cohort?.Name, pair.Probes[0].Window.Answers.Read(), pair.Probes[1].Window.Answers.Read()));
            }
            catch (Exception failure)
            {
                Log.ComparingFailed(logger, loop.RunId, failure);
            }
        }
    }

    private void Tell(DialComparison seen)
    {
        if (told is null || !seen.SaysWhat(told))
        {
            loop.Post(Occurrence.Of(new DialsComparedEvent(seen)));
            told = seen;
        }
    }
}
