using System.Collections.Immutable;
using Cutover.Core.Gates;

namespace Cutover.Core.Runs;

/// <summary>What a run knows while it has written nothing yet.</summary>
/// <param name="Since">From when on the gates have their time to pass: the start, or the latest resume.</param>
/// <param name="Compared">The latest comparison of each probe's answers on both stacks.</param>
/// <param name="Skipped">A person said to begin without it.</param>
public sealed record Preflight(DateTimeOffset Since, ImmutableArray<DialComparison> Compared, bool Skipped = false);
