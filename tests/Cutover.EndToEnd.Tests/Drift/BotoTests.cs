using Cutover.Core.Runs;
using Cutover.EndToEnd.Tests.Hosts;
using Cutover.Lab;

namespace Cutover.EndToEnd.Tests.Drift;

/// <summary>A colleague changes one weight with boto3 in the middle of a bake: nothing is overwritten, and a person decides.</summary>
[Collection<OwnHosts>]
public sealed class BotoTests(DriftSite site) : IClassFixture<DriftSite>, IAsyncLifetime
{
    private const string Seen = "weights are wss-primary.lab.example A 50/77";

    public async ValueTask InitializeAsync() => await site.BakeAsync();

    public async ValueTask DisposeAsync() => await site.ClearAsync();

    [Fact]
    public async Task A_person_who_rolls_back_over_a_colleagues_weight_is_told_before_and_after_what_it_replaced()
    {
        var held = await site.DriftAsync(77);

        Assert.Contains($"{Seen}, applied were wss-primary.lab.example A 50/50", held.Drift, StringComparison.Ordinal);
        Assert.Contains("50/77", held.Acts.Single(act => act.Act == OperatorAct.RollBack).Effect, StringComparison.Ordinal);
        Assert.Contains(Seen, await site.CutoverAsync("status"), StringComparison.Ordinal);
        Assert.Equal("50/77", site.Weights);
        Assert.Contains("50/77", await site.CutoverAsync("rollback", "--yes", "--reason", "enough"), StringComparison.Ordinal);
        await site.UntilAsync(run => run.Summary.Phase == RunPhase.RolledBack);

        Assert.Equal("100/0", site.Weights);
        Assert.Contains($"It replaced {Seen}", await site.CutoverAsync("history"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_colleague_who_puts_it_back_is_noticed_and_a_person_lets_the_run_go_on()
    {
        await site.DriftAsync(77);
        await Colleague.SetWeightAsync(site.Lab, LabWorld.TargetName, 50, TestContext.Current.CancellationToken);
        var clean = await site.UntilAsync(run => run.Drift is null);

        Assert.Equal((RunPhase.Baking, HoldReason.Drifted), (clean.Summary.Phase, clean.Summary.Hold?.Reason));
        Assert.Contains("The zone holds what was applied again.", await site.CutoverAsync("history"), StringComparison.Ordinal);
        await site.CutoverAsync("resume");
        Assert.Null((await site.UntilAsync(run => run.Summary.Hold is null)).Drift);
    }

    [Fact]
    public async Task A_person_who_restores_gets_the_runs_weights_back_and_the_run_stays_held()
    {
        await site.DriftAsync(77);
        await site.ActAsync(OperatorAct.Restore);
        var restored = await site.UntilAsync(run => run is { Drift: null, Summary.Phase: RunPhase.Baking });

        Assert.Equal("50/50", site.Weights);
        Assert.NotNull(restored.Summary.Hold);
        Assert.Contains($"It replaced {Seen}", await site.CutoverAsync("history"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_who_adopts_a_colleagues_weight_rolls_back_from_it_without_a_conflict()
    {
        await site.DriftAsync(77);
        await site.ActAsync(OperatorAct.Adopt);
        var adopted = await site.UntilAsync(run => run.Drift is null);

        Assert.Equal("50/77", site.Weights);
        Assert.Equal(HoldReason.Operator, adopted.Summary.Hold?.Reason);
        Assert.Contains("A 50/77.", await site.CutoverAsync("history"), StringComparison.Ordinal);
        await site.CutoverAsync("rollback", "--yes");
        await site.UntilAsync(run => run.Summary.Phase == RunPhase.RolledBack);
        Assert.Equal("100/0", site.Weights);
        Assert.DoesNotContain("It replaced", await site.CutoverAsync("history"), StringComparison.Ordinal);
    }
}
