using System.Collections.Immutable;

using Cutover.Core.Dns;

namespace Cutover.Engine.Aws.Route53;

/// <param name="NameServers">The servers that answer for the zone; empty for a private one.</param>
public sealed record HostedZoneDetail(HostedZone Zone, ImmutableArray<string> NameServers);
