using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Emergency;

namespace Cutover.Cli.Emergency;

/// <summary>A zone as it was read, and what is to be written there.</summary>
/// <param name="Zone">As it was asked for: a name or an id.</param>
internal sealed record ZoneFound(
    string Zone, string Id, ImmutableArray<RollbackRequest> Requests, ImmutableArray<RecordSet> Sets, ZoneRollback Rollback)
{
    public string Title => Zone == Id ? Id : $"{Zone} ({Id})";
}
