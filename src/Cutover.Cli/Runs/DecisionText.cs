using Cutover.Cli.Terminal;
using Cutover.Engine.Views;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Cutover.Cli.Runs;

/// <summary>A decision in one line.</summary>
internal static class DecisionText
{
    /// <summary>Plain, for logs and pipes.</summary>
    public static string Line(DecisionView decision) => $"{Head(Figures.Moment(decision.At), decision)}{Body(decision)}";

    /// <summary>With the date, for the history.</summary>
    public static IRenderable Of(DecisionView decision) => Draw(Figures.Moment(decision.At), decision);

    /// <summary>Without the date, for a watch.</summary>
    public static IRenderable Short(DecisionView decision) => Draw(Figures.Clock(decision.At), decision);

    private static Paragraph Draw(string at, DecisionView decision) => new Paragraph()
        .Append(Head(at, decision), decision.Refused ? Looks.Waiting : Looks.Of(decision.Phase))
        .Append(Body(decision));

    private static string Head(string at, DecisionView decision) => FormattableString.Invariant($"{at} #{decision.Sequence,-5} step {decision.Step} {decision.Phase,-16} ");

    private static string Body(DecisionView decision) => Figures.OneLine($"{(decision.Refused ? "refused: " : string.Empty)}{decision.Reason}");
}
