using System.Collections.Concurrent;
using System.Globalization;

namespace Cutover.Bench.Detection;

/// <summary>
/// What the gates of a playbook notice at the 50 % step, and how soon: every dial of the lab at several strengths; and what they take for
/// a fault while there is none. Several labs work off one list of trials, so that each fault meets the whole time of the bench.
/// </summary>
/// <param name="worlds">How many labs at once.</param>
internal sealed class DetectBench(int worlds)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan HealthyFor = TimeSpan.FromMinutes(1);

    public async Task<int> RunAsync(int runs)
    {
        var results = await TryAsync(Enumerable.Range(0, runs).SelectMany(_ => Fault.All), Patience);
        DetectTable.Print(results, Patience);
        return 0;
    }

    public async Task<int> HealthyAsync(int runs)
    {
        var results = await TryAsync(Enumerable.Repeat(Fault.None, runs), HealthyFor);
        DetectTable.Print(results, HealthyFor);
        return 0;
    }

    private async Task<IReadOnlyList<TrialResult>> TryAsync(IEnumerable<Fault> faults, TimeSpan patience)
    {
        var open = new ConcurrentQueue<Fault>(faults);
        var (all, results) = (open.Count, new ConcurrentQueue<TrialResult>());
        await Task.WhenAll(Enumerable.Range(1, Math.Min(worlds, all)).Select(WorldAsync));
        return [.. results];

        async Task WorldAsync(int world)
        {
            await using var host = await BenchHost.StartAsync(world, TimeSpan.FromMilliseconds(500));
            while (open.TryDequeue(out var fault))
            {
                var result = await new Trial(host, fault, patience).RunAsync(Playbook(host, fault.Held));
                results.Enqueue(result);
                await Console.Error.WriteLineAsync(Line(result, results.Count, all));
            }
        }
    }

    private static string Line(TrialResult result, int done, int all) => string.Create(
        CultureInfo.InvariantCulture,
        $"{done}/{all} {result.Fault.Name}: {result.Ending} {result.ToDecision?.TotalSeconds:0.0} {(result.IsWanted ? "" : result.Words)}");

    // A file of its own, so that gates can be changed without a build.
    private static string Playbook(BenchHost host, int held) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Detection", "detect.yaml"))
            .Replace("@source@", host.Lab.Source.Address.ToString(), StringComparison.Ordinal)
            .Replace("@connections@", held.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("@target@", host.Lab.Target.Address.ToString(), StringComparison.Ordinal);
}
