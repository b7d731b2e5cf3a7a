using Cutover.Bench;

return args switch
{
    ["rollback", .. var rest] =>
        await RollbackBench.RunAsync(runs: rest is [var count] ? int.Parse(count, System.Globalization.CultureInfo.InvariantCulture) : 20),
    ["calls", .. var rest] =>
        await CallsBench.RunAsync(runs: rest is [var count] ? int.Parse(count, System.Globalization.CultureInfo.InvariantCulture) : 100),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        """
        usage: Cutover.Bench rollback [runs]   Envoy refuses 5 % of handshakes at the 50 % step: how fast is the traffic taken back?
               Cutover.Bench calls [runs]      Runs that bake in one zone: how many Route 53 calls does a run-hour cost?
        """);
    return 2;
}
