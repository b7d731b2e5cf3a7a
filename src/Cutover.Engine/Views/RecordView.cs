namespace Cutover.Engine.Views;

/// <summary>A pair and its weights, written source/target.</summary>
/// <param name="Initial">Before the run.</param>
/// <param name="Applied">As Route 53 last accepted them.</param>
/// <param name="AppliedShare">The target's share by them, 0 to 1.</param>
/// <param name="Asked">As they are wanted now: of a change under way, or the same as applied.</param>
/// <param name="Zone">Name and id of its hosted zone.</param>
/// <param name="Ttl">Seconds, as applied; null for aliases.</param>
public sealed record RecordView(
    string Record, string Initial, string Applied, double AppliedShare, string Asked, string Zone, long? Ttl);
