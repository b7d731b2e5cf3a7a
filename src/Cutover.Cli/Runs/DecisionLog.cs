using System.Collections.Immutable;
using Cutover.Engine.Views;

namespace Cutover.Cli.Runs;

/// <summary>A part of a run's decision log.</summary>
/// <param name="Decisions">Oldest first.</param>
/// <param name="IsCutOff">There are older ones.</param>
internal sealed record DecisionLog(ImmutableArray<DecisionView> Decisions, bool IsCutOff);
