namespace Cutover.Engine.Views;

/// <summary>A pair of which the zone holds something else than the run applied; weights are source/target.</summary>
/// <param name="Found">What the zone holds; "not a whole pair" where a sibling is missing or has no weight.</param>
public sealed record DriftRecordView(string Record, string Zone, string Applied, string Found);
