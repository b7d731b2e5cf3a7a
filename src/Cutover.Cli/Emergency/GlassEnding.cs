using System.Collections.Immutable;
using Cutover.Cli.Problems;
using Cutover.Core.Plans;

namespace Cutover.Cli.Emergency;

/// <summary>What a rollback past the host came to: success, or the one problem that the exit code and stderr tell of.</summary>
internal static class GlassEnding
{
    /// <summary>Null when every record of every zone was rolled back, and nothing speaks against its being in force.</summary>
    public static CommandProblem? ProblemOf(ImmutableArray<ZoneOutcome> outcomes)
    {
        var written = outcomes.Where(outcome => outcome.Change is not null).ToList();
        var failed = outcomes.Select(outcome => outcome.Problem).OfType<CommandProblem>().ToList();
        ImmutableArray<Refusal> refusals = [.. outcomes.SelectMany(outcome => outcome.Found?.Rollback.Refusals ?? [])];
        var troubles = written.Where(outcome => outcome.Trouble is not null)
            .Select(outcome => $"{outcome.Zone}: {outcome.Trouble}")
            .ToList();
        return (written.Count, failed, refusals) switch
        {
            (0, [var only], []) => only,
            (0, [], _) => new CommandProblem(ExitCodes.PlanRefused, "nothing was rolled back", Refusals: refusals),
            (0, _, _) => Several(failed[0].ExitCode, "nothing was rolled back", failed, troubles, refusals),
            (_, [], []) when troubles.Count == 0 => null,
            (_, [], []) => new CommandProblem(
                ExitCodes.NotInForce,
                "rolled back, but not seen in force",
                string.Join("; ", troubles),
                "say the same again: it is safe to repeat, and it looks again"),
            _ => Several(ExitCodes.PartlyRolledBack, "rolled back in part", failed, troubles, refusals),
        };
    }

    private static CommandProblem Several(
        int exitCode, string title, List<CommandProblem> failed, List<string> troubles, ImmutableArray<Refusal> refusals) => new(
        exitCode,
        title,
        string.Join("; ", failed.Select(InOneLine).Concat(troubles)),
        string.Join("; ", failed.Select(problem => problem.Next).OfType<string>().Distinct()) is { Length: > 0 } next ? next : null,
        Refusals: refusals);

    private static string InOneLine(CommandProblem problem) =>
        problem.Detail is { } detail ? $"{problem.Title} ({detail})" : problem.Title;
}
