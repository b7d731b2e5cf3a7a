using Cutover.Core.Gates;

namespace Cutover.Engine.Views;

/// <summary>The gate of a run that stands worst on the target.</summary>
/// <param name="Verdict">Null before the first.</param>
/// <param name="Words">The arithmetic; empty before the first verdict.</param>
public sealed record GateStandingView(string Gate, Verdict? Verdict, string Words);
