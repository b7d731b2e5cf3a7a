using System.Collections.Immutable;
using Cutover.Core.Runs;
using Cutover.Engine.Auditing;

namespace Cutover.Engine.Storage;

/// <summary>An event on its way to the machine.</summary>
/// <param name="Event">The event.</param>
/// <param name="Command">The command whose outcome it is; null where it answers none.</param>
/// <param name="Verdicts">Verdict rows to be stored with the decision.</param>
public sealed record Occurrence(RunEvent Event, long? Command, ImmutableArray<VerdictRecord> Verdicts)
{
    /// <summary>Who asked for it, for the audit; null for what no person asked for, or nobody said of.</summary>
    public Origin? Origin { get; init; }

    /// <summary>The request that it came with, to be stored with the decision; null where nobody gave it a key.</summary>
    public RequestRecord? Request { get; init; }

    /// <summary>For what a person asked: number of the decision that the person looked at; null where nobody said.</summary>
    public long? AsOf { get; init; }

    /// <summary>For an approval by a link of a message: the link's number, used up by the decision; null for anything else.</summary>
    public long? ApprovalLink { get; init; }

    public static Occurrence Of(RunEvent happened, long? command = null) => new(happened, command, []);
}
