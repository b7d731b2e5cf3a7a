using System.Collections.Immutable;

namespace Cutover.Engine.Views;

/// <summary>A page of the history, the newest run first.</summary>
/// <param name="Next">What to give as "before" for the page after this one; null on the last.</param>
public sealed record HistoryPageView(ImmutableArray<RunLineView> Runs, long? Next);
