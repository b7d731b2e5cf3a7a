using Cutover.Core.Dns;
using Cutover.Core.Ownership;
using Cutover.Core.Runs;
using Cutover.Engine.Conversions;
using Cutover.Engine.Storage;
using Cutover.Engine.Tests.Aws.Wire;

namespace Cutover.Engine.Tests.Conversions;

/// <summary>Runs and conversions keep off each other; the run here is one of the same name in the same zone.</summary>
public sealed class ConversionOwnershipTests
{
    private static readonly OwnershipMark Mark = new("1-9f3c21ab", [new MarkedPair(RecordType.A, new PairWeights(100, 0), 60)]);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_an_open_run_moves_is_neither_converted_nor_taken_back()
    {
        await using var bench = await ConversionBench.StartAsync();
        var adopted = await bench.ConvertedAsync(ConversionBench.Adoption);
        bench.Weigh(0, 100);
        await bench.Storage.StartRunAsync();

        var refused = Assert.IsType<ConversionNotPossible>(await bench.Conversions.PreviewAsync(ConversionBench.Finishing, Cancellation));
        var kept = Assert.IsType<ConversionDrifted>(await bench.UndoAsync(adopted.Id));

        Assert.All([.. refused.Refusals, .. kept.Differences], refusal => Assert.Equal("the open run #1 moves it", refusal.Message));
    }

    [Fact]
    public async Task A_mark_that_an_ended_run_of_this_server_left_behind_is_deleted_in_the_batch()
    {
        await using var bench = await ConversionBench.StartAsync();
        await MarkAsync(bench, Mark with { Run = await EndRunAsync(bench) });

        var adopted = await bench.ConvertedAsync(ConversionBench.Adoption);

        Assert.Null(bench.Zone.Accepted.Find(OwnershipMark.NameFor(ConversionBench.Name), "TXT", null));
        Assert.IsType<ConversionDone>(await bench.UndoAsync(adopted.Id));
        Assert.NotNull(bench.Zone.Accepted.Find(OwnershipMark.NameFor(ConversionBench.Name), "TXT", null));
    }

    [Fact]
    public async Task A_mark_of_another_Cutovers_run_of_the_same_number_is_respected()
    {
        await using var bench = await ConversionBench.StartAsync();
        await MarkAsync(bench, Mark);
        await EndRunAsync(bench);

        var refused = Assert.IsType<ConversionNotPossible>(await bench.Conversions.PreviewAsync(ConversionBench.Adoption, Cancellation));

        Assert.Contains("_cutover.wss.lab.example TXT says that a Cutover moves it", refused.Refusals[0].Message, StringComparison.Ordinal);
    }

    private static async Task MarkAsync(ConversionBench bench, OwnershipMark mark) =>
        (await bench.WriteAsync(new RecordSetChange(ChangeAction.Create, mark.ToRecordSet(ConversionBench.Name)))).Value();

    /// <returns>What names the run in its marks.</returns>
    private static async Task<string> EndRunAsync(ConversionBench bench)
    {
        var run = await bench.Storage.StartRunAsync();
        await bench.Storage.AppendAsync(run, Occurrence.Of(new OperatorAskedEvent(OperatorAct.Abandon, "alice", "enough")));
        return run.Plan.Owner!;
    }
}
