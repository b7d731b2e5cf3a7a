using System.Globalization;
using Cutover.Cli.Problems;

namespace Cutover.Cli.Emergency;

/// <summary>The command that rolls back past the host, for whoever has just learned that the host will not.</summary>
internal static class WayOut
{
    private static readonly int[] AnotherWay =
    [
        ExitCodes.HostUnreachable, ExitCodes.NotAllowed, ExitCodes.ActRefused,
        ExitCodes.ZoneUnreadable, ExitCodes.Unexpected, ExitCodes.NoSuchRun,
    ];

    /// <param name="playbook">The file, if it was named; otherwise the host is asked for it, or the words leave it to the person.</param>
    /// <param name="runId">The run, where the host gave it.</param>
    public static CommandProblem Beside(CommandProblem problem, string? playbook, long? runId)
    {
        var way = $"past the host, with AWS credentials alone: {Command(playbook, runId)}";
        return AnotherWay.Contains(problem.ExitCode)
            ? problem with { Next = problem.Next is { } next ? $"{next}\n  {way}" : way }
            : problem;
    }

    private static string Command(string? playbook, long? runId)
    {
        const string Glass = "cutover rollback --break-glass --playbook ";
        return (playbook, runId) switch
        {
            ({ } file, _) => Glass + Quoted(file),
            (null, { } id) => string.Create(CultureInfo.InvariantCulture, $"cutover playbook {id} > run-{id}.yaml && {Glass}run-{id}.yaml"),
            _ => Glass + "PLAYBOOK.yaml",
        };
    }

    private static string Quoted(string file) =>
        file.All(letter => char.IsAsciiLetterOrDigit(letter) || "/._-".Contains(letter, StringComparison.Ordinal))
            ? file
            : $"'{file.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
