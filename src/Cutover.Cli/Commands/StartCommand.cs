using System.CommandLine;
using Cutover.Cli.Playbooks;
using Cutover.Cli.Watching;
using Cutover.Core.Runs;

namespace Cutover.Cli.Commands;

/// <summary>Starts a run.</summary>
internal static class StartCommand
{
    public static Command Create(Shell shell)
    {
        var file = CommandParts.File();
        var reason = CommandParts.Reason("Why; kept with the run.");
        var plan = new Option<string?>("--plan", "-p")
        {
            Description = "Start only if the plan is still the one with this checksum, as \"cutover plan\" prints it.",
            HelpName = "checksum",
        };
        var watch = CommandParts.Watch();
        var command = new Command("start", "Start a run of a playbook.") { file, plan, reason, watch };
        shell.AtHost(command, (parsed, session) => RunAsync(
            parsed.GetRequiredValue(file), parsed.GetValue(reason), parsed.GetValue(plan), parsed.GetValue(watch), session));
        return command;
    }

    private static async Task<int> RunAsync(string file, string? reason, string? plan, bool watch, Session session)
    {
        if (!(await PlaybookSource.ReadAsync(file, session.Cancellation)).TryGet(out var source, out var unread))
        {
            return session.Output.Fail(unread);
        }

        var answer = await session.Host.StartAsync(source.Text, reason, plan, session.Cancellation);
        if (!answer.TryGet(out var started, out var problem))
        {
            return session.Output.Fail(problem with { Source = source });
        }

        if (watch)
        {
            session.Output.Notice(FormattableString.Invariant($"Run {started.RunId} started."));
            return await Watch.RunAsync(session, started.RunId, fromTheStart: true, wanted: RunPhase.Completed);
        }

        return session.Output.Result(started, console => console.Profile.Out.Writer.WriteLine(
            FormattableString.Invariant($"Run {started.RunId} started. Watch it: cutover watch {started.RunId}")));
    }
}
