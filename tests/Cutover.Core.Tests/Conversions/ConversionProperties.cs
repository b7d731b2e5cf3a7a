using System.Collections.Immutable;
using CsCheck;
using Cutover.Core.Conversions;
using Cutover.Core.Dns;
using Cutover.Core.Playbooks;
using static Cutover.Core.Tests.Conversions.SampleZone;

namespace Cutover.Core.Tests.Conversions;

/// <summary>What holds for every zone that can be converted, whatever its records are.</summary>
public sealed class ConversionProperties
{
    private const int Draws = 100;

    private static readonly Gen<ImmutableArray<RecordType>> Types = OneOf<ImmutableArray<RecordType>>(
        [RecordType.A], [RecordType.AAAA], [RecordType.A, RecordType.AAAA], [RecordType.CNAME]);

    private static readonly Gen<Case> Cases =
        from types in Types
        from names in Gen.Int[1, 3]
        from ttl in OneOf(1L, 20L, 60L, 300L)
        from values in Gen.Int[1, 3]
        from sourceAlias in Gen.Bool
        from targetAlias in Gen.Bool
        from stranger in Gen.Int[1, 250]
        select Make(types, names, targetAlias && !sourceAlias ? 60 : ttl, values, sourceAlias, targetAlias, stranger);

    [Fact]
    public void Adopting_changes_no_answer_and_leaves_no_sibling_alone() => Cases.Sample(
        one =>
        {
            var after = one.Zone.Take(Assert.Single(one.Adopted().Batches));
            SameAnswers(one, one.Zone, after);
            Assert.All(
                after.Sets.Where(set => set.Weight is not null).GroupBy(set => (set.Name, set.Type)),
                siblings => Assert.Equal(["envoy", "haproxy"], siblings.Select(set => set.SetIdentifier).Order()));
        },
        iter: 300);

    [Fact]
    public void Finishing_changes_no_answer_and_leaves_simple_records() => Cases.Sample(
        one =>
        {
            var moved = one.Moved();
            var after = moved.Take(Assert.Single(Ready(Finish.Prepare(one.Playbook, Now(moved.Sets))).Batches));
            SameAnswers(one, moved, after);
            Assert.All(after.Sets, set => Assert.Null(set.Weight));
        },
        iter: 300);

    [Fact]
    public void Undoing_restores_exactly_the_record_sets_there_were() => Cases.Sample(
        one =>
        {
            var adopted = one.Adopted();
            var pair = one.Zone.Take(adopted.Batches[0]);
            Assert.True(one.Zone.Holds(pair.Take(Ready(Undo.Prepare(adopted, Now(pair.Sets))).Batches[0])));

            var moved = one.Moved();
            var finished = Ready(Finish.Prepare(one.Playbook, Now(moved.Sets)));
            var simple = moved.Take(finished.Batches[0]);
            Assert.True(moved.Holds(simple.Take(Ready(Undo.Prepare(finished, Now(simple.Sets))).Batches[0])));
        },
        iter: 300);

    [Fact]
    public void Nothing_that_someone_else_has_changed_is_overwritten() => Cases.Sample(
        one =>
        {
            var adopted = one.Adopted();
            var pair = one.Zone.Take(adopted.Batches[0]).Sets;
            var touched = pair.Single(set => set.Name == Name && set.Type == one.Playbook.Records[0].Types[0].ToString()
                && set.SetIdentifier == "envoy");
            var foreign = pair.Replace(touched, touched with { Weight = 17 });
            Assert.IsType<ConversionRefused>(Undo.Prepare(adopted, Now(foreign)));
            Assert.Throws<InvalidOperationException>(() => new SmallZone(foreign).Take(adopted.Batches[0].Reverse()));
        },
        iter: 300);

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static void SameAnswers(Case one, SmallZone before, SmallZone after)
    {
        foreach (var selector in one.Playbook.Records)
        {
            Assert.All(selector.Types, type => Assert.All(
                Enumerable.Range(0, Draws),
                draw => Assert.Equal(before.Answer(selector.Name + ".", type, draw), after.Answer(selector.Name + ".", type, draw))));
        }
    }

    private static Case Make(
        ImmutableArray<RecordType> types, int names, long ttl, int values, bool sourceAlias, bool targetAlias, int stranger)
    {
        var selectors = Enumerable.Range(0, names)
            .Select(index => new RecordSelector("lab.example", index == 0 ? Name.TrimEnd('.') : $"n{index}.lab.example", types));
        var playbook = Playbook(types) with { Records = [.. selectors] };
        var sets = playbook.Records.SelectMany(selector => types.Select(type => new RecordSet(
            selector.Name + ".",
            type.ToString(),
            null,
            null,
            sourceAlias ? null : ttl,
            sourceAlias ? [] : Values(type, type == RecordType.CNAME ? 1 : values, 0),
            sourceAlias ? Balancer with { DnsName = "old.example." } : null)));
        var zone = new SmallZone([.. sets, new RecordSet("other.lab.example.", "A", null, null, 60, [$"198.51.100.{stranger}"])]);
        var target = targetAlias
            ? TargetContent.Of([], Balancer)
            : TargetContent.Of(
                types.SelectMany(type => Values(type, type == RecordType.CNAME ? 1 : values, 100), (type, value) => $"{type}={value}"),
                null);
        return new Case(playbook, zone, target);
    }

    private static ImmutableArray<string> Values(RecordType type, int count, int from) =>
        [.. Enumerable.Range(from + 1, count).Select(index => type switch
        {
            RecordType.A => $"203.0.113.{index}",
            RecordType.AAAA => $"2001:db8::{index:x}",
            _ => $"edge{index}.example.com.",
        })];

    private sealed record Case(Playbook Playbook, SmallZone Zone, TargetContent Target)
    {
        public Conversion Adopted() => Ready(Adoption.Prepare(Playbook, Target, Now(Zone.Sets)));

        /// <summary>The adopted zone once the target has everything.</summary>
        public SmallZone Moved() => new(
            [.. Zone.Take(Adopted().Batches[0]).Sets.Select(set => set.Weight is null ? set : set with { Weight = 100 - set.Weight })]);
    }
}
