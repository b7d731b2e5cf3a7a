using System.Globalization;
using Cutover.Bench;

return args switch
{
    ["rollback", .. var rest] => await RollbackBench.RunAsync(rest is [var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 20),
    ["break-glass", var command, var playbook, .. var rest] =>
        await BreakGlassBench.RunAsync(command, playbook, rest is [var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 20),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        """
        usage: Cutover.Bench rollback [runs]   Envoy refuses 5 % of handshakes at the 50 % step: how fast is the traffic taken back?
               Cutover.Bench break-glass src/Cutover.Cli/bin/Release/net10.0/cutover.dll playbooks/lab.yaml [runs]
                                               How long after its start does "cutover rollback --break-glass" write?
        """);
    return 2;
}
