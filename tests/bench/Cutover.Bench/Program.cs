using System.Globalization;
using Cutover.Bench;
using Cutover.Bench.Circuits;
using Cutover.Bench.Detection;
using Cutover.Bench.Probes;
using Cutover.Engine.Probes;

return args switch
{
    ["rollback", .. var rest] => await RollbackBench.RunAsync(Count(rest, 20)),
    ["detect", "healthy", .. var rest] => await new DetectBench(Worlds(rest)).HealthyAsync(Count(rest, 200)),
    ["detect", .. var rest] => await new DetectBench(Worlds(rest)).RunAsync(Count(rest, 20)),
    ["calls", .. var rest] => await CallsBench.RunAsync(Count(rest, 100)),
    ["history", .. var rest] => await HistoryBench.RunAsync(Count(rest, 10_000)),
    ["run-page", .. var rest] => await RunPageBench.RunAsync(Count(rest, 1_000_000)),
    ["circuits", var host, var playbook, .. var rest] => await CircuitsBench.RunAsync(host, playbook, Count(rest, 200)),
    ["cloudwatch"] => await CloudWatchBench.RunAsync(),
    ["break-glass", var command, var playbook, .. var rest] => await BreakGlassBench.RunAsync(command, playbook, Count(rest, 20)),
    ["probes", .. var rest] => await ProbeBench.RunAsync(Count(rest, 3)),
    ["probe-server", var port, var scheme] => await EchoPeer.RunAsync(Number(port), scheme == "wss"),
    ["probe-client", var endpoint, var connections, var beat, var interval, var deadline, var warmth] => await HoldingClient.RunAsync(
        new Uri(endpoint), Number(connections), Enum.Parse<BeatKind>(beat), Milliseconds(interval), Milliseconds(deadline), Number(warmth)),
    _ => Usage(),
};

static int Count(string[] rest, int otherwise) => rest is [var count, ..] ? Number(count) : otherwise;

static int Worlds(string[] rest) => rest is [_, var worlds] ? Number(worlds) : 6;

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static TimeSpan Milliseconds(string text) => TimeSpan.FromMilliseconds(Number(text));

static int Usage()
{
    Console.Error.WriteLine(
        """
        usage: Cutover.Bench rollback [runs]   Envoy refuses 5 % of handshakes at the 50 % step: how fast is the traffic taken back?
               Cutover.Bench detect [runs] [labs]
                                               Each fault of the lab at several strengths: is it noticed at the 50 % step, and how soon?
               Cutover.Bench detect healthy [runs] [labs]
                                               Nothing is wrong: how often is a run taken back all the same? Six labs at once, else as many as said.
               Cutover.Bench calls [runs]      Runs that bake in one zone: how many Route 53 calls does a run-hour cost?
               Cutover.Bench history [runs]    A page of the history among 10,000 runs: milliseconds, queries, bytes.
               Cutover.Bench run-page [verdicts]
                                               The page of a run with 1,000,000 verdicts: milliseconds, queries, bytes.
               Cutover.Bench circuits web/Cutover.Web/bin/Release/net10.0/Cutover.Web.dll playbooks/lab.yaml [circuits]
                                               200 pages on one run with 20 decisions a second: from commit to page, memory of a circuit.
               Cutover.Bench cloudwatch        A run with 1, 20 and 200 CloudWatch gates: what does an hour cost in requests and dollars?
               Cutover.Bench probes [rounds]   The probe against npm ws and tsung: memory, handshakes, load, losses noticed.
               Cutover.Bench break-glass src/Cutover.Cli/bin/Release/net10.0/cutover.dll playbooks/lab.yaml [runs]
                                               How long after its start does "cutover rollback --break-glass" write?
        """);
    return 2;
}
