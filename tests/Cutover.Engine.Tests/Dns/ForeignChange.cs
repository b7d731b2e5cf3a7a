using Cutover.Core.Dns;
using Cutover.Lab.Route53.Zones;

namespace Cutover.Engine.Tests.Dns;

/// <summary>What someone else can do to a pair.</summary>
internal static class ForeignChange
{
    /// <summary>Each with words that tell it in the difference.</summary>
    public static TheoryData<string, string> All { get; } = new()
    {
        { "other weights", "weights are wss.lab.example A 100/77, expected were wss.lab.example A 100/0" },
        { "a third sibling", "has a third record set \"canary\"" },
        { "no target", "\"envoy\" is missing" },
        { "another TTL", "has two TTLs, 60 s and 300 s" },
        { "another address", "\"envoy\" is weight 0 TTL 60 127.0.9.9, the plan saw weight 0 TTL 60 127.0.1.2" },
        { "a simple record", "has a simple record set: TTL 60 127.0.1.1" },
    };

    public static Task MakeAsync(PairBench bench, string change) => change switch
    {
        "other weights" => SeedAsync(bench, bench.Find("envoy")! with { Weight = 77 }),
        "a third sibling" => SeedAsync(bench, bench.Find("envoy")! with { SetIdentifier = "canary", Weight = 5 }),
        "another TTL" => SeedAsync(bench, bench.Find("envoy")! with { Ttl = 300 }),
        "another address" => SeedAsync(bench, bench.Find("envoy")! with { Values = ["127.0.9.9"] }),
        "no target" => bench.WriteAsync(Delete(bench.Plan.Records[0].Target)),
        "a simple record" => bench.WriteAsync(
            Delete(bench.Plan.Records[0].Source),
            Delete(bench.Plan.Records[0].Target),
            new RecordSetChange(ChangeAction.Create, new RecordSet(PairBench.Name, "A", null, null, 60, ["127.0.1.1"]))),
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, "not a change"),
    };

    private static RecordSetChange Delete(RecordSet set) => new(ChangeAction.Delete, set);

    private static Task SeedAsync(PairBench bench, ZoneRecordSet set)
    {
        bench.Zone.Seed(set);
        return Task.CompletedTask;
    }
}
