using System.Collections.Immutable;
using Cutover.Core.Runs;
using Cutover.Engine.Views;

namespace Cutover.Web.Components.Run;

/// <summary>
/// Of what was read again, what says the same as before stays the same object: lists in records are compared by who they are, and so a page would
/// draw all of it again.
/// </summary>
public static class Kept
{
    /// <summary>The one before if both say the same.</summary>
    public static T Of<T>(T before, T read) => before is not null && RunJson.Write(before) == RunJson.Write(read) ? before : read;

    /// <summary>The run with those parts of the one before that say the same.</summary>
    public static RunView Of(RunView? before, RunView read) => before is null ? read : read with
    {
        Records = Of(before.Records, read.Records),
        Steps = Of(before.Steps, read.Steps),
        Gates = Of(before.Gates, read.Gates),
        Acts = Of(before.Acts, read.Acts),
        Zones = Of(before.Zones, read.Zones),
        Resolvers = read.Resolvers.IsDefault ? read.Resolvers : Of(before.Resolvers, read.Resolvers),
        Foreign = Of(before.Foreign, read.Foreign),
        Answers = Of(before.Answers, read.Answers),
        Connections = Of(before.Connections, read.Connections),
    };
}
