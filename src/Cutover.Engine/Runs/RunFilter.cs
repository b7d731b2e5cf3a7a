using Cutover.Core.Runs;

namespace Cutover.Engine.Runs;

/// <summary>Which runs are looked for; what is null is not asked.</summary>
/// <param name="Phase">What the run is doing, or how it ended.</param>
/// <param name="Playbook">The playbook's whole name.</param>
/// <param name="Who">The whole name of someone who started it or acted on it.</param>
/// <param name="Text">Part of a name or of a reason, in any case; or the run's number, as "#12".</param>
public sealed record RunFilter(RunPhase? Phase = null, string? Playbook = null, string? Who = null, string? Text = null)
{
    public static RunFilter Everything { get; } = new();
}
