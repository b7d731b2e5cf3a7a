using System.Collections.Immutable;

namespace Cutover.Core.Runs;

/// <summary>What the machine did with one event, and why.</summary>
/// <param name="State">The state after it.</param>
/// <param name="Commands">What is to be done.</param>
/// <param name="Reason">In sentences, for a person.</param>
/// <param name="Refused">What a person asked for was not done; the reason says why.</param>
public sealed record Decision(RunState State, ImmutableArray<RunCommand> Commands, string Reason, bool Refused = false);
