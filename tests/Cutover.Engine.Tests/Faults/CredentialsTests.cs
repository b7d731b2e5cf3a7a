using Cutover.Core.Runs;
using Cutover.Engine.Runs;
using Cutover.Engine.Tests.Aws.Wire;
using Cutover.Engine.Tests.Runs;
using Cutover.Lab.Aws;
using Cutover.Lab.Route53;

namespace Cutover.Engine.Tests.Faults;

/// <summary>Temporary credentials whose time is over in the middle of a run, with others to be had.</summary>
public sealed class CredentialsTests
{
    private static readonly LabCredentials Second = new("LABACCESSKEY00000002", new string('2', 40));

    [Fact]
    public async Task A_step_goes_on_with_fresh_ones_as_if_nothing_had_been()
    {
        await using var run = await StartAsync();
        ExpireAtTheNextWrite(run);
        await run.BeginAsync(SampleSteps.LongBake);
        await run.UntilPhaseAsync(RunPhase.Baking);

        await RollBackAndCheckAsync(run);
    }

    [Fact]
    public async Task A_rollback_goes_on_with_fresh_ones_as_if_nothing_had_been()
    {
        await using var run = await StartAsync();
        await run.BeginAsync(SampleSteps.LongBake);
        await run.UntilPhaseAsync(RunPhase.Baking);
        ExpireAtTheNextWrite(run);

        await RollBackAndCheckAsync(run);
    }

    private static async Task<FaultyRun> StartAsync() => FaultyRun.On(await LabEngine.StartAsync((engine, services) =>
    {
        var first = engine.Lab.Credentials;
        QuickAws.Add(
            engine,
            services,
            new RotatingCredentials((first.AccessKeyId, first.SecretAccessKey), (Second.AccessKeyId, Second.SecretAccessKey)));
    }));

    private static void ExpireAtTheNextWrite(FaultyRun run)
    {
        var route53 = run.Engine.Lab.Route53;
        route53.Keys.Accept(Second);
        route53.Requests.Arrived += seen =>
        {
            if (seen.Operation == Route53Operation.ChangeResourceRecordSets)
            {
                route53.Keys.Expire(run.Engine.Lab.Credentials);
            }
        };
    }

    private static async Task RollBackAndCheckAsync(FaultyRun run)
    {
        Assert.IsType<ActDone>(await run.Engine.ActAsync(run.Id, OperatorAct.RollBack, "pager"));
        await run.UntilPhaseAsync(RunPhase.RolledBack);

        await run.AssertEndsAsync("50/50", "100/0");
        var ledger = await RunLedger.ReadAsync(run.Engine.Database, run.Id, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(ledger.Decisions, decision => decision.Reason.Contains("Attempt ", StringComparison.Ordinal));
    }
}
