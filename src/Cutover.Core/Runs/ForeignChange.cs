using System.Collections.Immutable;
using Cutover.Core.Plans;

namespace Cutover.Core.Runs;

/// <summary>Someone else's change of the zones: what a person is shown before they adopt or overwrite it.</summary>
/// <param name="Zones">The ids of the hosted zones that do not hold what was applied.</param>
/// <param name="Difference">How they differ, in words.</param>
/// <param name="SeenAt">When it was first seen.</param>
/// <param name="Found">All that was found; null until the zones were read.</param>
public sealed record ForeignChange(ImmutableArray<string> Zones, string Difference, DateTimeOffset SeenAt, PairReading? Found);
