using System.Collections.Immutable;

namespace Cutover.Engine.Views;

/// <summary>Someone else's change of a run's zones, as a person is shown it before they adopt or overwrite it.</summary>
/// <param name="Zones">Names and ids of the hosted zones that do not hold what was applied.</param>
/// <param name="Difference">How they differ, in words.</param>
/// <param name="GoodAt">When the zones were last known to hold what was applied.</param>
/// <param name="SeenAt">When the difference was first seen.</param>
/// <param name="IsRead">False until all of it has been read.</param>
/// <param name="Records">Every pair whose weights or TTL differ.</param>
/// <param name="Further">Whatever else differs, in words.</param>
/// <param name="Others">Who else marks names of the run as theirs; null where nobody does.</param>
public sealed record DriftView(
    ImmutableArray<string> Zones,
    string Difference,
    DateTimeOffset GoodAt,
    DateTimeOffset SeenAt,
    bool IsRead,
    ImmutableArray<DriftRecordView> Records,
    ImmutableArray<string> Further,
    string? Others);
