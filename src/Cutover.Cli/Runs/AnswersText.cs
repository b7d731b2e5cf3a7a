using Cutover.Cli.Terminal;
using Cutover.Engine.Views;
using Spectre.Console;

namespace Cutover.Cli.Runs;

/// <summary>What the name servers' answers say about the weights, in a line.</summary>
internal static class AnswersText
{
    public static (string Words, Style Look) Of(AnswerStateView answers) => answers switch
    {
        { Differing.IsEmpty: false } => (
            $"differ from the weights for {string.Join(", ", answers.Differing)}: {answers.Words ?? "seen before"}{Again(answers)}",
            Looks.Bad),
        { Words: { } words } => ($"not all seen yet: {words}{Again(answers)}", Looks.Waiting),
        { Matched: var matched, Pairs: var pairs } when matched == pairs => ("match the weights", Looks.Good),
        { Matched: var matched, Pairs: var pairs } => (
            FormattableString.Invariant($"{matched} of {pairs} seen to match, the others are being asked"), Looks.Busy),
    };

    private static string Again(AnswerStateView answers) =>
        answers.AskAt is { } at ? $" (asked again at {Figures.Clock(at)})" : string.Empty;
}
