using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Dns.Answers;

namespace Cutover.Core.Tests.Dns.Answers;

/// <summary>A pair of HAProxy and Envoy, and samples of its answers.</summary>
internal static class Observed
{
    public static readonly ObservedPair Pair = Between(Plain("haproxy", "192.0.2.1"), Plain("envoy", "192.0.2.2"));

    public static readonly ObservedPair Balancers = Between(Alias("haproxy", "old.elb.example."), Alias("envoy", "new.elb.example."));

    public static ObservedPair Between(RecordSet source, RecordSet target) =>
        new(new("Z1", "wss.example.com.", RecordType.A), new("HAProxy", source), new("Envoy", target));

    public static RecordSet Plain(string set, params ImmutableArray<string> values) => new("wss.example.com.", "A", set, 1, 60, values);

    public static RecordSet Alias(string set, string name) =>
        new("wss.example.com.", "A", set, 1, null, [], new("Z2", name, EvaluateTargetHealth: true));

    public static AnswerSample Sample(
        int source, int target, int unknown = 0, int failed = 0, string? indistinct = null, params ServerAnswers[] more) => new(
        DateTimeOffset.UnixEpoch,
        DateTimeOffset.UnixEpoch,
        [new("ns-1.example", new(source, target, unknown, failed), failed == 0 ? null : "timed out"), .. more],
        unknown == 0 ? [] : ["203.0.113.9"],
        indistinct);
}
