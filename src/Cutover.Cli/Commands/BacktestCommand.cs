using System.CommandLine;
using System.CommandLine.Parsing;
using Cutover.Cli.Backtests;
using Cutover.Cli.Playbooks;
using Cutover.Core.Backtests;
using Cutover.Core.Playbooks.Notation;
using Cutover.Engine.Api;

namespace Cutover.Cli.Commands;

/// <summary>Shows what the gates of a playbook would have said of the past.</summary>
internal static class BacktestCommand
{
    public static Command Create(Shell shell)
    {
        var file = CommandParts.File();
        var from = Moment(
            "--from", "The first moment to judge: a time, or how long ago. CloudWatch keeps 1-minute data for 15 days.", shell);
        var to = Moment("--to", "The last moment to judge. Default: now.", shell);
        var late = new Option<TimeSpan?>("--late")
        {
            Description = "How late data was. Default: 2m, or nothing for periods under a minute.",
            HelpName = "duration",
            CustomParser = Span,
        };
        var run = new Option<long?>("--run")
        {
            Description = "Judge what this run measured, instead of CloudWatch's history.",
            HelpName = "id",
            CustomParser = result => CommandParts.Number(result, "the number of a run"),
        };
        var command = new Command(
            "backtest",
            "Judge the past with the gates of a playbook: when would a run have been rolled back, and on what? Changes nothing.")
        {
            file, from, to, late, run,
        };
        command.Validators.Add(result => RefuseMixtures(result, from, [to, late], run));
        shell.AtHost(command, (parsed, session) => RunAsync(
            parsed.GetRequiredValue(file),
            source => new BacktestRequest(
                source, parsed.GetValue(from), parsed.GetValue(to), parsed.GetValue(late)?.TotalSeconds, parsed.GetValue(run)),
            session));
        return command;
    }

    private static Option<DateTimeOffset?> Moment(string name, string about, Shell shell) => new(name)
    {
        Description = about, HelpName = "time|ago", CustomParser = result => PastTime.Read(result, shell.Time),
    };

    private static TimeSpan? Span(ArgumentResult result)
    {
        var read = DurationNotation.Read(result.Tokens[0].Value);
        if (read.Fault is { } fault)
        {
            result.AddError($"{fault.Message}; write {fault.Mend}");
        }

        return read.Value;
    }

    private static void RefuseMixtures(CommandResult result, Option from, Option[] besideFrom, Option run)
    {
        var (hasFrom, hasRun) = (result.GetResult(from) is not null, result.GetResult(run) is not null);
        if (hasFrom == hasRun)
        {
            result.AddError("say either --from, for CloudWatch's history, or --run, for what a run measured");
        }

        foreach (var option in besideFrom.Where(option => hasRun && result.GetResult(option) is not null))
        {
            result.AddError($"{option.Name} belongs to --from");
        }
    }

    private static async Task<int> RunAsync(string file, Func<string, BacktestRequest> request, Session session)
    {
        if (!(await PlaybookSource.ReadAsync(file, session.Cancellation)).TryGet(out var source, out var unread))
        {
            return session.Output.Fail(unread);
        }

        var answer = await session.Host.BacktestAsync(request(source.Text), session.Cancellation);
        if (!answer.TryGet(out var backtest, out var problem))
        {
            return session.Output.Fail(problem with { Source = source });
        }

        session.Output.Result(backtest, console => console.Write(BacktestText.Of(backtest)));
        return backtest.End switch
        {
            BacktestEnd.RolledBack => ExitCodes.WouldRollBack,
            BacktestEnd.Held => ExitCodes.WouldHold,
            BacktestEnd.NotJudged => ExitCodes.NotJudged,
            _ => ExitCodes.Ok,
        };
    }
}
