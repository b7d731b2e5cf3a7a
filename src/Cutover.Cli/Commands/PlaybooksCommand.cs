using System.CommandLine;
using Cutover.Cli.Playbooks;
using Cutover.Cli.Terminal;
using Cutover.Engine.Api;
using Spectre.Console;

namespace Cutover.Cli.Commands;

/// <summary>The playbooks that the host keeps, and their versions.</summary>
internal static class PlaybooksCommand
{
    public static Command Create(Shell shell) =>
        new("playbooks", "The playbooks that the host keeps: list and print them, save and archive versions.")
        {
            List(shell), Show(shell), Versions(shell), Save(shell), Archive(shell),
        };

    private static Command List(Shell shell)
    {
        var archived = new Option<bool>("--archived") { Description = "Those as well that were taken off the list." };
        var command = new Command("list", "List the playbooks, each with its newest version and its runs.") { archived };
        shell.AtHost(command, async (parsed, session) =>
            (await session.Host.PlaybooksAsync(parsed.GetValue(archived), session.Cancellation)).TryGet(out var playbooks, out var problem)
                ? session.Output.Result(
                    playbooks, console => console.Write(playbooks.IsEmpty ? new Text("There is no playbook yet.\n") : PlaybookTables.Of(playbooks)))
                : session.Output.Fail(problem));
        return command;
    }

    private static Command Show(Shell shell)
    {
        var name = Name();
        var version = Version("--version", "The version; without it the newest.");
        var command = new Command("show", "Print the text of a playbook, to the letter: its export.") { name, version };
        shell.AtHost(command, async (parsed, session) =>
            (await session.Host.PlaybookTextAsync(parsed.GetRequiredValue(name), parsed.GetValue(version), session.Cancellation))
                .TryGet(out var found, out var problem)
                ? session.Output.Result(found, console => console.Profile.Out.Writer.Write(found.Text))
                : session.Output.Fail(problem));
        return command;
    }

    private static Command Versions(Shell shell)
    {
        var name = Name();
        var command = new Command("versions", "List the versions of a playbook, the newest first: who, when, why.") { name };
        shell.AtHost(command, async (parsed, session) =>
            (await session.Host.PlaybookVersionsAsync(parsed.GetRequiredValue(name), session.Cancellation)).TryGet(out var versions, out var problem)
                ? session.Output.Result(versions, console => console.Write(PlaybookTables.Of(versions)))
                : session.Output.Fail(problem));
        return command;
    }

    private static Command Save(Shell shell)
    {
        var file = CommandParts.File();
        var made = Version("--base", "The version that the file was made from; without it the playbook must be new.");
        var note = Note();
        var command = new Command("save", "Keep a file as the newest version of the playbook that it names.") { file, made, note };
        shell.AtHost(command, async (parsed, session) =>
        {
            if (!(await PlaybookSource.ReadAsync(parsed.GetRequiredValue(file), session.Cancellation)).TryGet(out var source, out var problem))
            {
                return session.Output.Fail(problem);
            }

            var request = new SavePlaybookRequest(source.Text, parsed.GetValue(made), parsed.GetValue(note));
            return (await session.Host.SavePlaybookAsync(request, session.Cancellation)).TryGet(out var kept, out var refused)
                ? session.Output.Result(kept, console => console.Profile.Out.Writer.WriteLine(
                    FormattableString.Invariant($"{kept.Playbook} is at version {kept.Number}.")))
                : session.Output.Fail(refused with { Source = source });
        });
        return command;
    }

    private static Command Archive(Shell shell)
    {
        var name = Name();
        var made = Version("--base", "The version that was looked at.");
        made.Required = true;
        var note = Note();
        var command = new Command(
            "archive", "Take a playbook off the list. Its versions stay, and saving another one lists it again.") { name, made, note };
        shell.AtHost(command, async (parsed, session) =>
        {
            var request = new ArchivePlaybookRequest(parsed.GetValue(made)!.Value, parsed.GetValue(note));
            return (await session.Host.ArchivePlaybookAsync(parsed.GetRequiredValue(name), request, session.Cancellation))
                .TryGet(out var kept, out var refused)
                ? session.Output.Result(kept, console => console.Profile.Out.Writer.WriteLine($"{kept.Playbook} is archived."))
                : session.Output.Fail(refused);
        });
        return command;
    }

    private static Argument<string> Name() => new("name") { Description = "The playbook's name, as its text says it." };

    private static Option<string?> Note() => new("--note", "-r") { Description = "Why; kept with the version.", HelpName = "text" };

    private static Option<int?> Version(string option, string what) => new(option)
    {
        Description = what,
        HelpName = "number",
        CustomParser = result => (int?)Math.Min(CommandParts.Number(result, "the number of a version") ?? int.MaxValue, int.MaxValue),
    };
}
