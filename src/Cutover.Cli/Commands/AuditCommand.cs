using System.CommandLine;
using Cutover.Cli.Auditing;
using Cutover.Cli.Terminal;

namespace Cutover.Cli.Commands;

/// <summary>Checks the record of who did what, or copies it.</summary>
internal static class AuditCommand
{
    public static Command Create(Shell shell) =>
        new("audit", "Check the record of who did what, or copy it. At the host this needs the role admin.") { Verify(shell), Export(shell) };

    private static Command Verify(Shell shell)
    {
        var database = Database();
        var head = new Option<string?>("--head")
        {
            Description = "A head that this command, the host's log or an export named earlier: its row must still be there.", HelpName = "hash",
        };
        var command = new Command(
            "verify", "Compute the chain of hashes again, and name the first row that was changed, taken away or put in.") { database, head };
        Make(shell, command, database, async (parsed, source, output, cancellation) =>
        {
            var answer = await AuditCheck.RunAsync(source, parsed.GetValue(head)?.Trim(), cancellation);
            return answer.TryGet(out var result, out var problem)
                ? output.Result(result, console => console.Profile.Out.Writer.WriteLine(
                    FormattableString.Invariant($"{result.Rows} rows, each as it was written. Head: {result.Head}")))
                : output.Fail(problem);
        });
        return command;
    }

    private static Command Export(Shell shell)
    {
        var database = Database();
        var command = new Command("export", "Print every row as JSON, one a line, hashes included.") { database };
        Make(shell, command, database, async (_, source, output, cancellation) =>
        {
            for (var after = 0L; ;)
            {
                var answer = await source.AfterAsync(after, cancellation);
                if (!answer.TryGet(out var page, out var problem))
                {
                    return output.Fail(problem);
                }

                foreach (var entry in page)
                {
                    Output.Data(entry);
                    after = entry.Sequence;
                }

                if (page.IsEmpty)
                {
                    return ExitCodes.Ok;
                }
            }
        });
        return command;
    }

    private static Option<string?> Database() => new("--database")
    {
        Description = "Read this SQLite file instead of asking the host: when it is down, or not to be trusted.", HelpName = "file",
    };

    private static void Make(
        Shell shell,
        Command command,
        Option<string?> database,
        Func<ParseResult, AuditSource, Output, CancellationToken, Task<int>> run) =>
        command.SetAction((parsed, cancellation) => parsed.GetValue(database) is { } file
            ? run(parsed, new FileAudit(file), shell.OutputOf(parsed), cancellation)
            : shell.AtHostAsync(
                parsed, (_, session) => run(parsed, new HostAudit(session.Host), session.Output, session.Cancellation), cancellation));
}
