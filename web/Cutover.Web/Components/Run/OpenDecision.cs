using Cutover.Engine.Views;

namespace Cutover.Web.Components.Run;

/// <summary>A row of the log that is open.</summary>
/// <param name="Detail">Null while it is read, and when that failed.</param>
/// <param name="Problem">Why it could not be read; null when it could.</param>
public sealed record OpenDecision(DecisionDetailView? Detail = null, string? Problem = null);
