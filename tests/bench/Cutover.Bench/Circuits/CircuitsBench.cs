using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;
using Cutover.Core.Runs;
using Cutover.Engine.Api;

namespace Cutover.Bench.Circuits;

/// <summary>
/// Many people watch one run while twenty decisions a second are made on it: how long after its commit is a decision at every page, and what
/// does a page cost the host? A decision is recognised on the wire by the reason that it was asked for with.
/// </summary>
internal static partial class CircuitsBench
{
    private const int EachSecond = 20;
    private static readonly TimeSpan Watched = TimeSpan.FromSeconds(30);

    /// <param name="host">Cutover.Web.dll, built.</param>
    public static async Task<int> RunAsync(string host, string playbook, int circuits)
    {
        await using var web = await LabSite.StartAsync(host);
        using var http = new HttpClient { BaseAddress = web.Address };
        var run = await StartAsync(http, await File.ReadAllTextAsync(playbook));
        var before = web.ResidentBytes();
        var seen = new ConcurrentQueue<(int Circuit, int Mark, long At)>();
        var open = new List<RawCircuit>();
        for (var i = 0; i < circuits; i++)
        {
            var circuit = i;
            open.Add(await RawCircuit.OpenAsync(http, new Uri(web.Address, $"/runs/{run}"), (batch, at) => Note(seen, circuit, batch, at)));
        }

        await Task.Delay(TimeSpan.FromSeconds(10));
        var (idle, after) = (Sent(open), web.ResidentBytes());
        var (cpu, own) = (web.Processor(), Environment.CpuUsage.TotalTime);
        var committed = await DecideAsync(http, run);
        await Task.Delay(TimeSpan.FromSeconds(2));
        (cpu, own) = (web.Processor() - cpu, Environment.CpuUsage.TotalTime - own);
        var sent = Sent(open);
        var times = Times(committed, seen, circuits, out var missed);
        foreach (var one in open)
        {
            await one.DisposeAsync();
        }

        var (decided, each) = (committed.Count, 1 / (circuits * Watched.TotalSeconds));
        Tell($"{circuits} circuits on one run, {decided} decisions in {Watched.TotalSeconds:0} s");
        Tell($"commit to page: median {At(times, 0.5):0} ms, p99 {At(times, 0.99):0} ms, worst {At(times, 1):0} ms");
        Tell($"never seen: {missed} of {(long)decided * circuits}");
        Tell($"memory: {(after - before) / 1024.0 / circuits:0} kB a circuit (resident, of the process)");
        Tell($"a circuit and second: {(sent.Bytes - idle.Bytes) / 1024.0 * each:0.0} kB, {(sent.Batches - idle.Batches) * each:0.0} batches");
        Tell($"and {(sent.Calls - idle.Calls) * each:0.0} calls into the browser");
        Tell($"processor: host {cpu.TotalSeconds:0.0} s, this driver {own.TotalSeconds:0.0} s");
        return 0;
    }

    private static void Tell(FormattableString words) => Console.WriteLine(words.ToString(CultureInfo.InvariantCulture));

    private static (long Bytes, long Batches, long Calls) Sent(List<RawCircuit> open) =>
        (open.Sum(one => one.Bytes), open.Sum(one => one.Batches), open.Sum(one => one.Calls));

    private static async Task<long> StartAsync(HttpClient http, string playbook)
    {
        using var answer = await http.PostAsJsonAsync(ApiRoutes.Runs, new StartRequest(playbook, "bench"), RunJson.Options);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<StartedView>(RunJson.Options))!.RunId;
    }

    // Pauses and resumes in turn: each is a decision that is stored, audited and shown.
    private static async Task<Dictionary<int, long>> DecideAsync(HttpClient http, long run)
    {
        var committed = new Dictionary<int, long>();
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / EachSecond));
        for (var mark = 1; mark <= Watched.TotalSeconds * EachSecond; mark++)
        {
            await timer.WaitForNextTickAsync();
            var act = mark % 2 == 1 ? OperatorAct.Pause : OperatorAct.Resume;
            using var answer = await http.PostAsJsonAsync(
                ApiRoutes.Acts(run), new ActRequest(act, string.Create(CultureInfo.InvariantCulture, $"mark-{mark:00000}")), RunJson.Options);
            if (answer.IsSuccessStatusCode)
            {
                committed[mark] = Stopwatch.GetTimestamp();
            }
        }

        return committed;
    }

    private static void Note(ConcurrentQueue<(int Circuit, int Mark, long At)> seen, int circuit, byte[] batch, long at)
    {
        foreach (Match match in Mark().Matches(Encoding.Latin1.GetString(batch)))
        {
            seen.Enqueue((circuit, int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), at));
        }
    }

    private static List<double> Times(
        Dictionary<int, long> committed, IEnumerable<(int Circuit, int Mark, long At)> seen, int circuits, out long missed)
    {
        var first = new Dictionary<(int, int), long>();
        foreach (var (circuit, mark, at) in seen)
        {
            first.TryAdd((circuit, mark), at);
        }

        var times = first.Where(one => committed.ContainsKey(one.Key.Item2))
            .Select(one => Math.Max(0, Stopwatch.GetElapsedTime(committed[one.Key.Item2], one.Value).TotalMilliseconds)).Order().ToList();
        missed = ((long)committed.Count * circuits) - times.Count;
        return times;
    }

    private static double At(List<double> sorted, double share) =>
        sorted.Count == 0 ? double.NaN : sorted[(int)Math.Min(sorted.Count - 1, Math.Ceiling(share * sorted.Count) - 1)];

    [GeneratedRegex("mark-([0-9]{5})")]
    private static partial Regex Mark();
}
