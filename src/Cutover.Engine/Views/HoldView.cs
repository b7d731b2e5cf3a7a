using Cutover.Core.Runs;

namespace Cutover.Engine.Views;

/// <summary>Why a run does not advance.</summary>
public sealed record HoldView(HoldReason Reason, string Words, DateTimeOffset Since);
