using System.Collections.Immutable;
using Cutover.Core.Playbooks.Format;

namespace Cutover.Core.Playbooks.Version1;

/// <summary>One of the two stacks.</summary>
internal static class StackFormat
{
    public static Key<string> Name { get; } = new(
        "name",
        Scalars.Name,
        "What people call the stack; it stands on every screen and on the roll-back button.")
    { IsRequired = true, Example = "Envoy" };

    public static Key<string> SetIdentifier { get; } = new(
        "setIdentifier",
        Scalars.Name,
        "The set identifier of the stack's record sets in Route 53.")
    { IsRequired = true, Example = "envoy" };

    public static Key<Uri> Endpoint { get; } = new(
        "endpoint",
        Scalars.Endpoint,
        "Where probes dial this stack directly, past DNS; the Host header and the TLS name are the record's.")
    { DefaultRule = "none, which only a playbook without probes can do with" };

    public static Key<string> MetricsName { get; } = new(
        "metricsName",
        Scalars.Name,
        "What {stack} stands for in the dimensions of metrics, for example a load balancer's app/envoy/1a2b3c4d5e6f7a8b.")
    { DefaultRule = "the set identifier" };

    public static Key<ImmutableArray<Located<string>?>> Answers { get; } = new(
        "answers",
        new ListFormat<string>("answers", Scalars.Answer),
        "What the stack's record sets must hold: every address, or the name that an alias or a CNAME points at. The plan refuses "
            + "a zone that holds anything else.")
    { DefaultRule = "whatever the zone holds" };

    public static Key<ImmutableArray<Located<StatisticsEndpoint>?>> Statistics { get; } = new(
        "statistics",
        StatisticsFormat.List,
        "Where the stack's instances tell their own statistics, one entry for each instance.")
    { DefaultRule = "none, which gates on stack and steps with until cannot do with" };

    public static MappingFormat<Stack> Format { get; } = new(
        "a stack", [Name, SetIdentifier, Endpoint, MetricsName, Answers, Statistics], Build);

    private static Stack? Build(Section section)
    {
        var (name, identifier) = (section.Read(Name), section.Read(SetIdentifier));
        var (endpoint, metricsName) = (section.Read(Endpoint), section.Read(MetricsName));
        var (answers, statistics) = (section.ReadOr(Answers, () => []), StatisticsFormat.Values(section.Read(Statistics)));
        return name is null || identifier is null || answers is null || answers.Value.Contains(null)
            ? null
            : new Stack(name.Value, identifier.Value, endpoint?.Value, metricsName?.Value)
            {
                Answers = [.. answers.Value.Select(answer => answer!.Value)],
                Statistics = statistics,
            };
    }
}
