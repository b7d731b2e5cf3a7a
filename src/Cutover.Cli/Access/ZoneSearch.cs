using System.Collections.Immutable;
using Cutover.Cli.HostApi;
using Cutover.Cli.Problems;
using Cutover.Core.Dns;
using Cutover.Core.Playbooks.Notation;
using Cutover.Engine.Aws;
using Cutover.Engine.Aws.Route53;

namespace Cutover.Cli.Access;

/// <summary>Finds the one hosted zone that a name or an id means.</summary>
internal static class ZoneSearch
{
    /// <summary>The zone's id; an id is taken as it is, without asking.</summary>
    public static async Task<Answer<string>> FindAsync(Route53Client route53, string zone, CancellationToken cancellation)
    {
        if (DomainNotation.IsZoneId(zone))
        {
            return zone;
        }

        var listed = await route53.ListHostedZonesByNameAsync(zone, CallPriority.Urgent, cancellation);
        return listed.TryGet(out var zones, out var failure)
            ? Only(zone, zones)
            : AwsProblems.Of(failure, $"the hosted zone {zone} cannot be looked up", "route53:ListHostedZonesByName");
    }

    private static Answer<string> Only(string zone, ImmutableArray<HostedZone> zones) => zones switch
    {
        [var only] => only.Id,
        [] => new CommandProblem(
            ExitCodes.PlanRefused,
            $"no hosted zone of this account is called {zone}",
            Next: "check the name, and that the credentials belong to the account that holds the zone"),
        _ => new CommandProblem(
            ExitCodes.PlanRefused,
            $"{zones.Length} hosted zones are called {zone}",
            string.Join("; ", zones.Select(found => $"{found.Id} ({(found.IsPrivate ? "private" : "public")})")),
            "say which by its id: as the record's zone in the playbook, or with --zone"),
    };
}
