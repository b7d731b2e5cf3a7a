using System.Globalization;
using Cutover.Bench;

return args switch
{
    ["rollback", .. var rest] => await RollbackBench.RunAsync(Count(rest, 20)),
    ["calls", .. var rest] => await CallsBench.RunAsync(Count(rest, 100)),
    ["break-glass", var command, var playbook, .. var rest] => await BreakGlassBench.RunAsync(command, playbook, Count(rest, 20)),
    _ => Usage(),
};

static int Count(string[] rest, int otherwise) => rest is [var count] ? int.Parse(count, CultureInfo.InvariantCulture) : otherwise;

static int Usage()
{
    Console.Error.WriteLine(
        """
        usage: Cutover.Bench rollback [runs]   Envoy refuses 5 % of handshakes at the 50 % step: how fast is the traffic taken back?
               Cutover.Bench calls [runs]      Runs that bake in one zone: how many Route 53 calls does a run-hour cost?
               Cutover.Bench break-glass src/Cutover.Cli/bin/Release/net10.0/cutover.dll playbooks/lab.yaml [runs]
                                               How long after its start does "cutover rollback --break-glass" write?
        """);
    return 2;
}
