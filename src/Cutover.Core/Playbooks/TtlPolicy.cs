namespace Cutover.Core.Playbooks;

/// <summary>Lowers the TTL of every pair before the first weight moves, so that a rollback reaches resolvers sooner.</summary>
/// <param name="During">The TTL while the run is open: whole seconds, 1 and up, lower than what the zone holds.</param>
/// <param name="Restore">Whether the completed run restores the TTL it found; a rollback always does.</param>
public sealed record TtlPolicy(TimeSpan During, bool Restore);
