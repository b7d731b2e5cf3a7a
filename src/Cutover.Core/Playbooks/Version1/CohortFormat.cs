using System.Collections.Immutable;
using Cutover.Core.Playbooks.Format;

namespace Cutover.Core.Playbooks.Version1;

/// <summary>One entry of "cohorts": what sets some clients apart from the others.</summary>
internal static class CohortFormat
{
    public static Key<string> Path { get; } = new(
        "path", ProbeScalars.Path, "The path, and query, that probes ask for in place of the endpoint's.")
    { DefaultRule = "the endpoint's" };

    public static Key<ImmutableArray<(string Name, Located<ProbeText>? Value)>> Header { get; } = new(
        "header",
        new NamedFormat<ProbeText>("headers", ProbeTextFormat.Instance),
        "Headers of the upgrade request, over those of probes. Secrets as { env: PROBE_… } or { file: … }.")
    { DefaultRule = "those of probes" };

    public static Key<string> Subprotocol { get; } = new(
        "subprotocol", ProbeScalars.Subprotocol, "Offered to the stack, which must choose it then.")
    { DefaultRule = "that of probes" };

    public static Key<IpFamily> Family { get; } = new(
        "family", ProbeScalars.Family, "Which addresses of the endpoint's name are dialled.")
    { DefaultRule = "any, in the order in which they resolve" };

    public static Key<string> Region { get; } = new(
        "region", Scalars.Name, "What {cohort} stands for in the dimensions of a CloudWatch metric.")
    { DefaultRule = "none, so that no CloudWatch gate can name the cohort", Example = "eu-west-1" };

    public static MappingFormat<Cohort> Format { get; } = new("a cohort", [Path, Header, Subprotocol, Family, Region], Build);

    private static Cohort? Build(Section section)
    {
        var (path, header) = (section.Read(Path), section.ReadOr(Header, () => []));
        var (subprotocol, family, region) = (section.Read(Subprotocol), section.Read(Family), section.Read(Region));
        ProbeChecks.CheckHeaders(section, header);
        if (!((KeyFormat[])[Path, Header, Subprotocol, Family, Region]).Any(section.Has))
        {
            section.Refuse(
                section.Place, "this cohort differs in nothing from everybody else", "path, header, subprotocol, family or region");
        }

        return header is null || header.Value.Any(entry => entry.Value is null)
            ? null
            : new Cohort(
                section.Name, path?.Value, ProbesFormat.ByName(header.Value), subprotocol?.Value, family?.Value, region?.Value);
    }
}
