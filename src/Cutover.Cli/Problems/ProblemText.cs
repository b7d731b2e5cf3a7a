using System.Text;
using Cutover.Cli.Terminal;
using Cutover.Core.Plans;
using Cutover.Core.Playbooks;

namespace Cutover.Cli.Problems;

/// <summary>A problem as a terminal shows it.</summary>
internal static class ProblemText
{
    public static string Of(CommandProblem problem)
    {
        var text = new StringBuilder();
        text.AppendLine($"{(problem.ExitCode == ExitCodes.Interrupted ? string.Empty : "error: ")}{Figures.OneLine(problem.Title)}");
        if (problem.Detail is { Length: > 0 } detail)
        {
            text.AppendLine($"  {Figures.OneLine(detail)}");
        }

        AppendProblems(text, problem);
        foreach (var refusal in problem.Refusals ?? [])
        {
            text.Append(Of(refusal));
        }

        return problem.Next is { } next ? text.AppendLine($"  {next}").ToString() : text.ToString();
    }

    private static void AppendProblems(StringBuilder text, CommandProblem problem)
    {
        if (problem is { Problems: { IsDefaultOrEmpty: false } problems, Source: { } source })
        {
            text.Append(PlaybookProblemText.Render(new PlaybookRefused(problems), source.Text, source.Name));
        }
    }

    private static string Of(Refusal refusal) =>
        $"  {Figures.OneLine(refusal.Record)}: {Figures.OneLine(refusal.Message)}{Environment.NewLine}"
            + $"    {Figures.OneLine(refusal.Mend)}{Environment.NewLine}";
}
