using System.Collections.Immutable;
using Cutover.Lab;

namespace Cutover.Web.Api;

/// <summary>The lab: where its traffic truly is, and how the dials of its edges, by set identifier, and of its AWS stand.</summary>
public sealed record LabView(LabShares Shares, ImmutableSortedDictionary<string, EdgeDialsRequest> Dials, AwsDialSettings Aws)
{
    internal static LabView Of(LabWorld world) => new(
        world.Shares(), new[] { world.Source, world.Target }.ToImmutableSortedDictionary(
            edge => edge.Name, edge => EdgeDialsRequest.Of(edge.Dials.Settings)),
        world.Aws);
}
