using Cutover.Core.Dns;

namespace Cutover.Core.Plans;

/// <summary>One ChangeResourceRecordSets request.</summary>
/// <param name="Step">Counted from 0.</param>
/// <param name="Zone">Written by one atomic batch.</param>
/// <param name="Changes">Lines of the batch: a deletion and a creation for each record set, and the ownership marks.</param>
public sealed record PlannedWrite(int Step, HostedZone Zone, int Changes);
