using System.CommandLine;
using Cutover.Cli.Runs;

namespace Cutover.Cli.Commands;

/// <summary>Prints a run as one page, for an incident review.</summary>
internal static class ReportCommand
{
    public static Command Create(Shell shell)
    {
        var id = CommandParts.Run();
        var format = new Option<string>("--format", "-f")
        {
            Description = "html: one page with charts as pictures and nothing beside it; markdown: to be pasted.",
            HelpName = "html|markdown",
            DefaultValueFactory = _ => "markdown",
        };
        format.AcceptOnlyFromAmong("html", "markdown");
        var command = new Command(
            "report", "Print a run as a report: what moved when, every gate's verdicts, who did what and why.") { id, format };
        shell.AtHost(command, (parsed, session) => RunAsync(parsed.GetValue(id)!.Value, parsed.GetRequiredValue(format), session));
        return command;
    }

    private static async Task<int> RunAsync(long id, string format, Session session)
    {
        var answer = await session.Host.ReportAsync(id, format, session.Cancellation);
        return answer.TryGet(out var text, out var problem)
            ? session.Output.Result(new PrintedReport(id, format, text), console => console.Profile.Out.Writer.Write(text))
            : session.Output.Fail(problem);
    }
}
