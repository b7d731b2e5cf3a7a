using System.Collections.Immutable;
using Cutover.Core.Plans;
using Cutover.Core.Runs;

namespace Cutover.Engine.Storage;

/// <summary>An open run as the database holds it.</summary>
/// <param name="Sequence">Number of its latest decision.</param>
/// <param name="Pending">Commands whose outcome has not been decided on.</param>
public sealed record OpenRun(long Id, Plan Plan, RunState State, long Sequence, ImmutableArray<IssuedCommand> Pending);
