namespace Cutover.Engine.Probes;

/// <summary>What was read in answer to an upgrade request.</summary>
/// <param name="Received">Every byte read.</param>
/// <param name="HeadLength">How many of them are the head, its empty line included; 0 when there is none.</param>
/// <param name="Fault">Why there is no head, or null.</param>
internal readonly record struct UpgradeHead(ReadOnlyMemory<byte> Received, int HeadLength, string? Fault);
