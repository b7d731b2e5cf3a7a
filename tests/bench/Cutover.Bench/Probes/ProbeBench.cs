using System.Globalization;

namespace Cutover.Bench.Probes;

/// <summary>
/// Cutover's probe against npm ws and tsung, in turn, on loopback, against the same server. Nothing runs longer than its own bounds, and at
/// most 20,000 sockets are open at once.
/// </summary>
internal static class ProbeBench
{
    private const int Connections = 10_000;
    private const int SecureConnections = 5_000;

    public static async Task<int> RunAsync(int rounds)
    {
        var modules = await Peers.InstallAsync();
        var (cutover, ws, tsung) = (new List<Figures>(), new List<Figures>(), new List<Figures>());
        var (cutoverTls, wsTls, stalls) = (new List<Figures>(), new List<Figures>(), new List<double>());
        for (var round = 1; round <= rounds; round++)
        {
            Console.WriteLine($"round {round}, load average {File.ReadAllText("/proc/loadavg").Split(' ')[0]}");
            Add(cutover, "Cutover, ws", await Contender.Cutover.MeasureAsync("ws", Connections));
            Add(ws, "npm ws, ws", await Contender.Ws(modules).MeasureAsync("ws", Connections));
            Add(tsung, "tsung, ws", await Tsung.MeasureAsync(Connections));
            Add(cutoverTls, "Cutover, wss", await Contender.Cutover.MeasureAsync("wss", SecureConnections));
            Add(wsTls, "npm ws, wss", await Contender.Ws(modules).MeasureAsync("wss", SecureConnections));
            stalls.Add(await Stall.MeasureAsync(Connections));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {"stall",-14} last of {Connections} silent connections after {stalls[^1]:0} ms"));
        }

        Console.WriteLine("\nratios: minimum, median, maximum of the rounds");
        Ratio("memory, npm ws / Cutover", ws, cutover, figures => figures.Kilobytes, ">= 2.5");
        Ratio("handshakes, Cutover / npm ws", cutover, ws, figures => figures.Handshakes, ">= 2.5");
        Ratio("processor a handshake, npm ws / Cutover", ws, cutover, figures => figures.DialCost, "");
        Ratio("TLS processor a handshake, npm ws / Cutover", wsTls, cutoverTls, figures => figures.DialCost, "");
        Ratio("processor, Cutover / npm ws", cutover, ws, figures => figures.Processor, "<= 1");
        Ratio("memory, tsung / Cutover", tsung, cutover, figures => figures.Kilobytes, ">= 4");
        Ratio("processor, tsung / Cutover", tsung, cutover, figures => figures.Processor, ">= 1.3");
        Ratio("TLS memory, npm ws / Cutover", wsTls, cutoverTls, figures => figures.Kilobytes, ">= 1.4");
        Ratio("TLS handshakes, Cutover / npm ws", cutoverTls, wsTls, figures => figures.Handshakes, ">= 1.3");
        Print("last of the killed noticed, ms", cutover.Select(figures => figures.Gone), "<= 300");
        Print("stall noticed, ms after its beginning", stalls, $"<= {Stall.Bound.TotalMilliseconds:0}");
        return 0;
    }

    private static void Add(List<Figures> all, string what, Figures figures)
    {
        all.Add(figures);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {what,-14} {figures.Kilobytes,6:0.00} kB a connection {figures.Handshakes,8:0} handshakes/s at {figures.DialCost,5:0} us of processor {figures.Processor,6:0.0} % of a core for echoes, all gone after {figures.Gone,5:0} ms"));
    }

    private static void Ratio(string what, List<Figures> of, List<Figures> by, Func<Figures, double> figure, string goal) =>
        Print(what, of.Zip(by).Select(pair => figure(pair.First) / figure(pair.Second)), goal);

    private static void Print(string what, IEnumerable<double> values, string goal)
    {
        var sorted = values.Order().ToList();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"  {what,-40} {sorted[0],9:0.00} {sorted[sorted.Count / 2],9:0.00} {sorted[^1],9:0.00}   goal {goal}"));
    }
}
