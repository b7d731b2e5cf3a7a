using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Cutover.Cli.Commands;
using Cutover.Cli.Problems;

namespace Cutover.Cli;

/// <summary>The whole command line: parses, runs the command, and turns whatever happens into an exit code.</summary>
internal sealed class CommandLine(TimeProvider time)
{
    // A reason may begin with "@": it is text, never a file to read arguments from.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    private static readonly InvocationConfiguration Running = new() { EnableDefaultExceptionHandler = false };

    public async Task<int> RunAsync(string[] args)
    {
        var shell = new Shell(time);
        var parsed = Root(shell).Parse(args, Parsing);
        if (parsed.Action is ParseErrorAction)
        {
            return shell.OutputOf(parsed).Fail(Misused(parsed));
        }

        try
        {
            return await parsed.InvokeAsync(Running);
        }
        catch (OperationCanceledException)
        {
            return shell.OutputOf(parsed).Fail(new CommandProblem(
                ExitCodes.Interrupted,
                "interrupted",
                "a request that was under way may have been carried out",
                "see what holds: cutover status"));
        }
#pragma warning disable CA1031 // The last place that can turn a bug into an exit code and words.
        catch (Exception bug)
#pragma warning restore CA1031
        {
            return shell.OutputOf(parsed).Fail(new CommandProblem(ExitCodes.Unexpected, "an error in cutover itself", bug.ToString()));
        }
    }

    private static RootCommand Root(Shell shell)
    {
        var root = new RootCommand(
            "Moves live traffic from one stack to another by Route 53 weights, step by step, "
                + "and takes it back when the new stack hurts anyone.")
        {
            ValidateCommand.Create(shell),
            AdoptCommand.Create(shell),
            PlanCommand.Create(shell),
            BacktestCommand.Create(shell),
            StartCommand.Create(shell),
            WatchCommand.Create(shell),
            StatusCommand.Create(shell),
            HistoryCommand.Create(shell),
            PlaybookCommand.Create(shell),
            PlaybooksCommand.Create(shell),
            ReportCommand.Create(shell),
            RollBackCommand.Create(shell),
            IamCommand.Create(shell),
            FinishCommand.Create(shell),
            AuditCommand.Create(shell),
        };
        foreach (var act in ActCommand.CreateAll(shell))
        {
            root.Add(act);
        }

        shell.AddOptionsTo(root);
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExitCodes((HelpAction)help.Action!);
        return root;
    }

    private static CommandProblem Misused(ParseResult parsed)
    {
        if (parsed.CommandResult.Command is not RootCommand)
        {
            var errors = parsed.Errors.Select(error => error.Message.TrimEnd('.')).Distinct();
            return new CommandProblem(
                ExitCodes.Usage, string.Join("; ", errors), Next: $"how to write it: cutover {parsed.CommandResult.Command.Name} --help");
        }

        var title = parsed.UnmatchedTokens is [var unknown, ..] ? $"\"{unknown}\" is not a command of cutover" : "say which command";
        return new CommandProblem(ExitCodes.Usage, title, Next: "which there are: cutover --help");
    }
}
