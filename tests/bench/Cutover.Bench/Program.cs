using System.Globalization;
using Cutover.Bench;
using Cutover.Bench.Probes;
using Cutover.Engine.Probes;

return args switch
{
    ["rollback", .. var rest] => await RollbackBench.RunAsync(runs: rest is [var count] ? Number(count) : 20),
    ["probes", .. var rest] => await ProbeBench.RunAsync(rounds: rest is [var count] ? Number(count) : 3),
    ["probe-server", var port, var scheme] => await EchoPeer.RunAsync(Number(port), scheme == "wss"),
    ["probe-client", var endpoint, var connections, var beat, var interval, var deadline, var warmth] => await HoldingClient.RunAsync(
        new Uri(endpoint), Number(connections), Enum.Parse<BeatKind>(beat), Milliseconds(interval), Milliseconds(deadline), Number(warmth)),
    _ => Usage(),
};

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static TimeSpan Milliseconds(string text) => TimeSpan.FromMilliseconds(Number(text));

static int Usage()
{
    Console.Error.WriteLine(
        "usage: Cutover.Bench rollback [runs]   Envoy refuses 5 % of handshakes at the 50 % step: how fast is the traffic taken back?\n" +
        "       Cutover.Bench probes [rounds]   the probe against npm ws and tsung: memory, handshakes, load, losses noticed");
    return 2;
}
