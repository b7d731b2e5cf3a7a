using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Ownership;
using Cutover.Core.Plans;
using Cutover.Core.Runs;

namespace Cutover.Core.Tests.Plans;

public sealed class CompareAndSwapTests
{
    private static readonly Plan Waves = ZonePlans.Waves;

    private static readonly ImmutableArray<RecordSet> Untouched =
        [.. Waves.RecordsOf("Z1").SelectMany(record => new[] { record.Source, record.Target })];

    private static readonly ImmutableArray<RecordSet> Marks =
    [
        new OwnershipMark(ZonePlans.Owner, [new MarkedPair(RecordType.A, new PairWeights(100, 0), 60)]).ToRecordSet(ZonePlans.Backup.Name),
        new OwnershipMark(ZonePlans.Owner, [new MarkedPair(RecordType.A, new PairWeights(100, 0), 60)]).ToRecordSet(ZonePlans.Wss.Name),
    ];

    [Fact]
    public void The_first_batch_makes_one_mark_for_each_name_with_what_a_rollback_restores() => Assert.Equal(
        Marks.Select(mark => $"{mark}"), Created(Prepare(To(0), Untouched)).Where(set => set.Type == "TXT").Select(set => $"{set}"));

    [Fact]
    public void Deletes_come_before_creates()
    {
        var actions = Prepare(To(0), Untouched).Changes.Select(change => change.Action).ToList();
        Assert.Equal(actions.Order(), actions);
        Assert.Equal(10, actions.Count);
    }

    [Fact]
    public void A_pair_of_another_wave_stays_out_of_the_batch()
    {
        var sets = AsLeftBy(0);
        Assert.All(Prepare(To(1, known: 0), sets).Changes, change => Assert.Equal(ZonePlans.Backup.Name, change.RecordSet.Name));
    }

    [Fact]
    public void A_pair_that_a_write_that_was_cut_off_may_have_altered_is_compared()
    {
        var command = To(1, known: 0) with { Known = [Waves.WeightsOf(3).In("Z1"), Waves.WeightsOf(0).In("Z1")] };
        Assert.Contains(Prepare(command, AsLeftBy(0)).Changes, change => change.RecordSet.Name == ZonePlans.Wss.Name);
    }

    [Fact]
    public void A_change_that_is_made_already_still_has_a_batch()
    {
        var batch = Prepare(To(0) with { Known = [Waves.WeightsOf(0).In("Z1")] }, AsLeftBy(0));
        Assert.Equal(8, batch.Changes.Length);
    }

    [Fact]
    public void A_batch_that_is_about_marks_alone_has_Route_53_compare_the_pairs_all_the_same()
    {
        var release = To(0) with { Known = [Waves.WeightsOf(0).In("Z1")], Release = true };
        var compared = Prepare(release, [.. AsLeftBy(0), .. Marks]).Changes.Where(change => change.Action == ChangeAction.Delete);
        Assert.Equal(4, compared.Count(change => change.RecordSet.SetIdentifier is not null));
    }

    [Fact]
    public void An_urgent_batch_has_Route_53_compare_every_pair_since_nothing_was_read()
    {
        var command = To(1, known: 0);
        Assert.DoesNotContain(Prepare(command, AsLeftBy(0)).Changes, change => change.RecordSet.Name == ZonePlans.Wss.Name);
        Assert.Contains(Prepare(command with { Urgent = true }, AsLeftBy(0)).Changes, change => change.RecordSet.Name == ZonePlans.Wss.Name);
    }

    [Theory]
    [InlineData(true, null, false, false, true)]
    [InlineData(true, null, false, true, false)]
    [InlineData(true, null, true, true, true)]
    [InlineData(true, "C1", false, false, false)]
    [InlineData(false, null, false, false, false)]
    public void A_change_may_have_been_made_while_no_answer_says_otherwise(bool asked, string? id, bool inDoubt, bool refused, bool may) =>
        Assert.Equal(may, new PendingChange(
            1, "Z1", [], [], Asked: asked, InDoubt: inDoubt, ChangeId: id, RetryAt: refused ? SamplePlans.Noon : null).MayBeMade);

    [Fact]
    public void A_release_deletes_the_runs_marks_as_they_were_read()
    {
        var broken = new OwnershipMark(
            ZonePlans.Owner, [new MarkedPair(RecordType.A, new PairWeights(100, 0), 60)], new BreakGlass("eve", SamplePlans.Noon))
            .ToRecordSet(ZonePlans.Backup.Name);
        var batch = Prepare(To(0) with { Wanted = Waves.Initial.In("Z1"), Release = true }, [.. Untouched, broken, Marks[1]]);
        Assert.Equal(2, batch.Changes.Count(change => change is { Action: ChangeAction.Delete, RecordSet.Type: "TXT" }));
        Assert.DoesNotContain(Created(batch), set => set.Type == "TXT");
    }

    [Fact]
    public void A_missing_mark_is_made_again_and_is_no_conflict() =>
        Assert.Single(Created(Prepare(To(1, known: 0), [.. AsLeftBy(0).Where(set => !set.Matches(Marks[0]))])), set => set.Type == "TXT");

    [Fact]
    public void Another_runs_mark_is_a_conflict()
    {
        var conflict = Assert.IsType<SwapConflict>(CompareAndSwap.Prepare(Waves, To(0), [.. Untouched, Stranger]));
        Assert.Contains("wss.lab.example is marked as run 3-beef's", conflict.Difference, StringComparison.Ordinal);
    }

    [Fact]
    public void The_mark_of_a_run_that_is_over_is_replaced_by_exact_match()
    {
        var plan = Waves with { Supersedes = ["3-beef"] };
        ImmutableArray<RecordSet> sets = [.. Untouched, Stranger];
        var batch = Assert.IsType<SwapBatch>(CompareAndSwap.Prepare(plan, To(0), sets));
        Assert.Null(batch.Replaces);
        Assert.Null(batch.LeavesAlone);
        Assert.True(Assert.Single(batch.Changes, change => change is { Action: ChangeAction.Delete, RecordSet.Type: "TXT" })
            .RecordSet.Matches(Stranger));
        Assert.Equal(Marks.Select(mark => $"{mark}"), Created(batch).Where(set => set.Type == "TXT").Select(set => $"{set}"));
    }

    [Fact]
    public void A_release_deletes_the_mark_of_a_run_that_is_over_too()
    {
        var plan = Waves with { Supersedes = ["3-beef"] };
        var release = To(0) with { Wanted = Waves.Initial.In("Z1"), Release = true };
        var batch = Assert.IsType<SwapBatch>(CompareAndSwap.Prepare(plan, release, [.. Untouched, Marks[0], Stranger]));
        Assert.Equal(2, batch.Changes.Count(change => change is { Action: ChangeAction.Delete, RecordSet.Type: "TXT" }));
        Assert.DoesNotContain(Created(batch), set => set.Type == "TXT");
    }

    [Fact]
    public void An_overwriting_change_leaves_another_runs_mark_alone_and_says_so()
    {
        var batch = Prepare(To(0) with { Overwrite = true, Release = true }, [.. Untouched, Stranger]);
        Assert.DoesNotContain(batch.Changes, change => change.RecordSet.Type == "TXT");
        Assert.Null(batch.Replaces);
        Assert.Contains("run 3-beef's", batch.LeavesAlone, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_last_written_is_what_a_batch_leaves()
    {
        var zone = new Runs.Random.SmallZone(Waves, "Z1");
        Assert.True(zone.TryWrite(Prepare(To(0), zone.Sets).Changes));
        var next = To(1, known: 0) with { Marked = true };
        var written = CompareAndSwap.LastWritten(Waves, next);
        Assert.Equal(zone.Sets.Length, written.Length);
        Assert.All(written, set => Assert.Contains(zone.Sets, set.Matches));
        Assert.True(zone.TryWrite(Prepare(next, written).Changes));
    }

    [Theory]
    [InlineData(70, true)]
    [InlineData(71, false)]
    public void Only_what_was_shown_is_replaced(int source, bool isReplaced)
    {
        var shown = PairReading.Of(Waves, "Z1", Weighing(70));
        var command = To(0) with { Wanted = Waves.Initial.In("Z1"), Shown = shown };
        Assert.Equal(isReplaced, CompareAndSwap.Prepare(Waves, command, Weighing(source)) is SwapBatch);
    }

    [Fact]
    public void A_shown_TTL_is_replaced_and_another_is_not()
    {
        ImmutableArray<RecordSet> longer = [.. Untouched.Select(set => set with { Ttl = 300 })];
        var command = To(0) with { Wanted = Waves.Initial.In("Z1"), Shown = PairReading.Of(Waves, "Z1", longer) };
        Assert.IsType<SwapBatch>(CompareAndSwap.Prepare(Waves, command, longer));
        Assert.IsType<SwapConflict>(CompareAndSwap.Prepare(Waves, command, [.. Untouched.Select(set => set with { Ttl = 301 })]));
    }

    private static RecordSet Stranger =>
        new OwnershipMark("3-beef", [new MarkedPair(RecordType.A, new PairWeights(1, 0), 60)]).ToRecordSet(ZonePlans.Wss.Name);

    private static ImmutableArray<RecordSet> Weighing(int source) =>
        [.. Untouched.Select(set => set with { Weight = set.SetIdentifier == "haproxy" ? source : 100 - source })];

    private static ImmutableArray<RecordSet> AsLeftBy(int step)
    {
        var zone = new Runs.Random.SmallZone(Waves, "Z1");
        Assert.True(zone.TryWrite(Prepare(To(step), zone.Sets).Changes));
        return zone.Sets;
    }

    private static ApplyWeightsCommand To(int step, int? known = null) => new(
        1,
        "Z1",
        Waves.WeightsOf(step).In("Z1"),
        [(known is { } at ? Waves.WeightsOf(at) : Waves.Initial).In("Z1")],
        Overwrite: false,
        Release: false,
        Marked: false,
        Urgent: false);

    private static SwapBatch Prepare(ApplyWeightsCommand command, ImmutableArray<RecordSet> sets) =>
        Assert.IsType<SwapBatch>(CompareAndSwap.Prepare(Waves, command, sets));

    private static IEnumerable<RecordSet> Created(SwapBatch batch) =>
        batch.Changes.Where(change => change.Action == ChangeAction.Create).Select(change => change.RecordSet);
}
