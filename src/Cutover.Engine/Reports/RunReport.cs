using System.Collections.Immutable;
using Cutover.Engine.Views;

namespace Cutover.Engine.Reports;

/// <summary>A run as it is told afterwards.</summary>
/// <param name="Moves">Every change that Route 53 accepted, oldest first.</param>
/// <param name="Decisions">The notable decisions, oldest first.</param>
/// <param name="Verdicts">Every change of a gate's verdict about a stack, oldest first, with its words.</param>
/// <param name="Points">Verdicts for the charts, oldest first: of each stretch of time the last one, without words.</param>
/// <param name="Answers">What the zone's name servers answered, oldest first.</param>
/// <param name="LeftOut">What did not fit, in sentences.</param>
/// <param name="MadeAt">When it was read: an open run goes on.</param>
public sealed record RunReport(
    RunView Run,
    string PlaybookText,
    ImmutableArray<ReportedMove> Moves,
    ImmutableArray<DecisionView> Decisions,
    ImmutableArray<VerdictView> Verdicts,
    ImmutableArray<VerdictView> Points,
    ImmutableArray<AnswerView> Answers,
    ImmutableArray<string> LeftOut,
    DateTimeOffset MadeAt)
{
    /// <summary>The share asked for from each change on, what a person adopted included; oldest first.</summary>
    public ImmutableArray<AskedShare> Asked { get; init; } = [];

    /// <summary>What people wrote on it, oldest first.</summary>
    public ImmutableArray<CommentView> Comments { get; init; } = [];
}
