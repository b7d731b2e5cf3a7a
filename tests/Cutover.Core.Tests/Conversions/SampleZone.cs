using System.Collections.Immutable;
using Cutover.Core.Plans;
using Cutover.Core.Conversions;
using Cutover.Core.Dns;
using Cutover.Core.Ownership;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Tests.Conversions;

/// <summary>Zones with the records of one name, before and after they are converted.</summary>
internal static class SampleZone
{
    public const string Name = "wss.lab.example.";

    public static readonly HostedZone Zone = SamplePlans.Zone;

    public static RecordSet Simple { get; } = Of(RecordType.A, "203.0.113.5");

    public static RecordSet Source { get; } = Simple with { SetIdentifier = "haproxy", Weight = 100 };

    public static RecordSet Target { get; } = Simple with { SetIdentifier = "envoy", Weight = 0, Values = ["203.0.113.9"] };

    public static RecordSet Mark { get; } =
        new OwnershipMark("12-9f3c21ab", [new MarkedPair(RecordType.A, new PairWeights(100, 0), 60)]).ToRecordSet(Name);

    public static AliasTarget Balancer { get; } = new("Z35SXDOTRQ7X7K", "lb.example.", EvaluateTargetHealth: false);

    public static Playbook Playbook(params ImmutableArray<RecordType> types) => SamplePlans.Playbook(types, [], SamplePlans.Bake(100));

    public static RecordSet Of(RecordType type, params ImmutableArray<string> values) => new(Name, type.ToString(), null, null, 60, values);

    public static ZonesNow Now(params ImmutableArray<RecordSet> sets) => new(
        [new ZoneContent(Zone, sets)], ImmutableDictionary<RecordKey, string>.Empty, []);

    public static Conversion Adopt(Playbook playbook, ZonesNow now, params IEnumerable<string> values) =>
        Ready(Adoption.Prepare(playbook, TargetContent.Of(values, null), now));

    public static Conversion Ready(ConversionOutcome outcome) => outcome is ConversionRefused refused
        ? throw new InvalidOperationException(string.Join(Environment.NewLine, refused.Refusals))
        : Assert.IsType<ConversionReady>(outcome).Conversion;

    public static void Refused(ConversionOutcome outcome, params string[] texts) =>
        Assert.Equal(texts, Assert.IsType<ConversionRefused>(outcome).Refusals.Select(refusal => refusal.ToString()));

    public static string[] Lines(Conversion conversion) =>
        [.. conversion.Batches.SelectMany(batch => batch.Changes()).Select(change =>
            $"{change.Action} {change.RecordSet.Name} {change.RecordSet.Type} {RecordWords.Of(change.RecordSet)}")];
}
