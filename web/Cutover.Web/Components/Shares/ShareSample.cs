using Cutover.Lab;

namespace Cutover.Web.Components.Shares;

/// <summary>The target's shares at one moment, 0 to 1: asked for, answered, and real.</summary>
public sealed record ShareSample(DateTimeOffset At, LabShares Shares);
