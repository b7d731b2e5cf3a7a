using System.Collections.Immutable;
using Cutover.Cli.HostApi;
using Cutover.Cli.Problems;
using Cutover.Core.Playbooks.Notation;
using Cutover.Engine.Aws;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cutover.Cli.Access;

/// <summary>The ids of hosted zones by their names.</summary>
internal static class ZoneIds
{
    /// <summary>Reads what --zone-id says: name=id.</summary>
    public static Answer<ImmutableDictionary<string, string>> Read(string[] said)
    {
        var ids = ImmutableDictionary<string, string>.Empty;
        foreach (var text in said)
        {
            if (text.Split('=') is not [{ Length: > 0 } name, var id] || !DomainNotation.IsZoneId(id))
            {
                return new CommandProblem(
                    ExitCodes.Usage, $"\"{text}\" is not a zone and its id", Next: "write --zone-id example.com=Z0123456789ABCDEFGHIJ");
            }

            ids = ids.SetItem(name.TrimEnd('.').ToLowerInvariant(), id);
        }

        return ids;
    }

    public static async Task<Answer<ImmutableDictionary<string, string>>> LookUpAsync(
        ImmutableArray<string> names, ImmutableDictionary<string, string> known, TimeProvider time, CancellationToken cancellation)
    {
        if (!AwsAccess.ReadOptions().TryGet(out var options, out var problem)
            || !(await AwsCredentials.FindAsync(time, cancellation)).TryGet(out var credentials, out problem))
        {
            return problem;
        }

        using var aws = new AwsConnection(options, time, NullLogger<AwsConnection>.Instance, credentials);
        foreach (var name in names)
        {
            if (!(await ZoneSearch.FindAsync(aws.Route53, name, cancellation)).TryGet(out var id, out problem))
            {
                return problem;
            }

            known = known.SetItem(name, id);
        }

        return known;
    }
}
