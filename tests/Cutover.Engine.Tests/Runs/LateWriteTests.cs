using Amazon.Runtime;
using Cutover.Core.Plans;
using Cutover.Core.Runs;
using Cutover.Engine.Aws;
using Cutover.Engine.Dns;
using Cutover.Engine.Dns.Readings;
using Cutover.Engine.Runs;
using Cutover.Lab;
using Cutover.Lab.Route53;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cutover.Engine.Tests.Runs;

public sealed class LateWriteTests
{
    [Fact]
    public async Task A_write_of_the_run_that_arrives_after_its_rollback_is_undone()
    {
        await using var engine = await LabEngine.StartAsync();
        engine.Lab.Route53.Faults.KeepPending = true;
        engine.Lab.Route53.Faults.OnlyFor = Route53Operation.ChangeResourceRecordSets;
        engine.Lab.Route53.Faults.ServiceUnavailable.Next(int.MaxValue);
        var run = await engine.StartRunAsync(engine.Playbook(SampleSteps.LongBake));
        await engine.UntilAsync(run, view => view.Summary.Next.StartsWith("Attempt", StringComparison.Ordinal));
        Assert.IsType<ActDone>(await engine.ActAsync(run, OperatorAct.RollBack, "pager"));
        engine.Lab.Route53.Faults.ServiceUnavailable.Next(0);
        await engine.UntilPhaseAsync(run, RunPhase.RollbackSyncing);

        // As if the step's own request had been under way until now.
        await ArriveLateAsync(engine, run);
        Assert.Equal("50/50", engine.Weights());
        engine.Lab.Route53.Faults.KeepPending = false;
        var view = await engine.UntilPhaseAsync(run, RunPhase.RolledBack);

        Assert.Equal("100/0", engine.Weights());
        Assert.Contains("a late write of this run had undone it", view.RollbackReason, StringComparison.Ordinal);
        (await engine.LedgerAsync(run)).AssertWhole();
    }

    private static async Task ArriveLateAsync(LabEngine engine, long run)
    {
        var plan = (await RunLedger.ReadAsync(engine.Database, run, TestContext.Current.CancellationToken)).Plan;
        var key = engine.Lab.Credentials;
        using var aws = new AwsConnection(
            new AwsOptions { Region = LabWorld.Region, Route53Endpoint = engine.Lab.Route53.Endpoint },
            TimeProvider.System,
            NullLogger<AwsConnection>.Instance,
            new BasicAWSCredentials(key.AccessKeyId, key.SecretAccessKey));
        var step = new ApplyWeightsCommand(
            1, plan.Zones[0].Id, plan.WeightsOf(0), [plan.Initial], Overwrite: false, Release: false, Marked: false, Urgent: true);
        Assert.IsType<ChangeAcceptedEvent>(await new WeightedPairs(aws.Route53, new ZoneReader(aws.Route53, TimeProvider.System)).ApplyAsync(
            plan, run, step, TestContext.Current.CancellationToken));
    }
}
