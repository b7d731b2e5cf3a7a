using Cutover.Cli.Terminal;
using Cutover.Engine.Views;

namespace Cutover.Cli.Runs;

/// <summary>A decision in one line of plain text, for logs and pipes.</summary>
internal static class DecisionText
{
    public static string Line(DecisionView decision) => FormattableString.Invariant(
        $"{Figures.Moment(decision.At)} #{decision.Sequence,-5} step {decision.Step} {decision.Phase,-17} {Body(decision)}");

    /// <summary>What was decided and why.</summary>
    public static string Body(DecisionView decision) =>
        Figures.OneLine($"{(decision.Refused ? "refused: " : string.Empty)}{decision.Reason}");
}
