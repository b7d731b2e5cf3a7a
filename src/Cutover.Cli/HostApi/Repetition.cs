using Cutover.Cli.Problems;

namespace Cutover.Cli.HostApi;

/// <summary>Asks again, with the same key, when nobody knows whether the host did what it was asked.</summary>
internal static class Repetition
{
    // A host that restarts is back within this; who waits longer than that should hear of it.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>
    /// The first answer that says how it is. A host that cannot be reached in the first place was asked nothing: that is said at once.
    /// </summary>
    public static async Task<Answer<T>> RunAsync<T>(Func<Task<Answer<T>>> ask, TimeProvider time, CancellationToken cancellation)
    {
        var (began, backoff, mayBeUnderWay) = (time.GetTimestamp(), Backoff.OfTheHost, false);
        while (true)
        {
            var answer = await ask();
            if (answer.TryGet(out _, out var problem))
            {
                return answer;
            }

            mayBeUnderWay |= problem.MayBeUnderWay;
            if (!mayBeUnderWay || !(problem.MayPass || problem.MayBeUnderWay) || time.GetElapsedTime(began) > Limit)
            {
                return answer;
            }

            await Task.Delay(backoff.Next(), time, cancellation);
        }
    }
}
