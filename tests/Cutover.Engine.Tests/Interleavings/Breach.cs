namespace Cutover.Engine.Tests.Interleavings;

/// <summary>A history that broke a rule.</summary>
/// <param name="Words">Which, and how.</param>
/// <param name="Told">All that led to it.</param>
internal sealed record Breach(int Seed, string Words, string Told);
