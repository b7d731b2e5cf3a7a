using System.Globalization;
using Cutover.Cli.Terminal;
using Cutover.Core.Emergency;

namespace Cutover.Cli.Emergency;

/// <summary>How the rollback of a zone ended, for people.</summary>
internal static class OutcomeText
{
    public static IEnumerable<string> Of(ZoneOutcome outcome)
    {
        if (outcome is not { Found: { } found, Change: not null })
        {
            yield break;
        }

        var weights = string.Join(", ", found.Rollback.Pairs.Select(pair => $"{pair.Record} {pair.After}"));
        yield return $"{found.Title}: rolled back, {weights}";
        foreach (var line in Answers(outcome.Answers, found.Rollback))
        {
            yield return $"  {Figures.OneLine(line)}";
        }

        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"  Resolvers may still hold the old answer for up to {found.Rollback.StaleSeconds} s after INSYNC, "
                + $"some of them longer; connections that are open stay where they are.");
    }

    private static IEnumerable<string> Answers(AnswerCheck? check, ZoneRollback rollback)
    {
        var targets = string.Join(", ", rollback.Pairs.Select(pair => $"\"{pair.Target.SetIdentifier}\"").Distinct());
        if (check is { Answered: > 0, OfTarget: 0 })
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{check.Answered} answers of {check.Servers.Length} name server{(check.Servers.Length == 1 ? string.Empty : "s")}: "
                    + $"none sends anyone to {targets} any more");
        }

        foreach (var note in check?.Notes ?? [])
        {
            yield return $"Not asked: {note}";
        }
    }
}
