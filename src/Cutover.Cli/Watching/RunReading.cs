using System.Collections.Immutable;
using Cutover.Engine.Views;

namespace Cutover.Cli.Watching;

/// <summary>A run as it was just read.</summary>
/// <param name="News">Notable decisions since the reading before, oldest first.</param>
/// <param name="Recent">The latest notable decisions, the news included, oldest first.</param>
/// <param name="IsFirst">Nothing of the run has been shown yet.</param>
internal sealed record RunReading(RunView Run, ImmutableArray<DecisionView> News, ImmutableArray<DecisionView> Recent, bool IsFirst);
