using System.Collections.Immutable;
using Cutover.Core.Dns;

namespace Cutover.Core.Conversions;

/// <summary>A hosted zone as it is now.</summary>
/// <param name="RecordSets">
/// Every record set, of any type, of every name that a conversion is about and of the names of their ownership marks.
/// </param>
public sealed record ZoneContent(HostedZone Zone, ImmutableArray<RecordSet> RecordSets);
