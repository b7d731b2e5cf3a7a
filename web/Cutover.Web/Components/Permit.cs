using Cutover.Engine.Auditing;

namespace Cutover.Web.Components;

/// <summary>Whether somebody may act.</summary>
/// <param name="Origin">Who acts; null when they may not.</param>
/// <param name="Refusal">Why not, in words; null when they may.</param>
public sealed record Permit(Origin? Origin, string? Refusal);
