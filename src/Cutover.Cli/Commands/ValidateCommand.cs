using System.CommandLine;
using Cutover.Cli.Playbooks;
using Cutover.Cli.Problems;
using Cutover.Cli.Terminal;
using Cutover.Core.Playbooks;

namespace Cutover.Cli.Commands;

/// <summary>Checks playbooks without a host.</summary>
internal static class ValidateCommand
{
    public static Command Create(Shell shell)
    {
        var files = CommandParts.Files();
        var command = new Command("validate", "Check playbooks, here and without a host: every problem at once.") { files };
        shell.Locally(command, (parsed, output, cancellation) => RunAsync(parsed.GetRequiredValue(files), output, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string[] files, Output output, CancellationToken cancellation)
    {
        var checks = new List<PlaybookCheck>();
        var worst = ExitCodes.Ok;
        foreach (var file in files)
        {
            if (!(await PlaybookSource.ReadAsync(file, cancellation)).TryGet(out var source, out var unread))
            {
                worst = output.Fail(unread);
                continue;
            }

            var check = Check(source, output);
            checks.Add(check);
            worst = worst == ExitCodes.Ok && !check.Valid ? ExitCodes.PlaybookInvalid : worst;
        }

        return Finish(checks, output, worst);
    }

    private static PlaybookCheck Check(PlaybookSource source, Output output)
    {
        switch (PlaybookReader.Read(source.Text))
        {
            case PlaybookAccepted accepted:
                Say(output, source, accepted.Playbook);
                return new PlaybookCheck(source.Name, true, accepted.Playbook.Name, []);
            case PlaybookRefused refused:
                Say(output, source, refused);
                return new PlaybookCheck(source.Name, false, null, refused.Problems);
            default:
                throw new InvalidOperationException("A reading of a playbook is accepted or refused.");
        }
    }

    private static void Say(Output output, PlaybookSource source, Playbook playbook)
    {
        if (!output.IsJson)
        {
            output.Text.Profile.Out.Writer.WriteLine(
                $"{source.Name}: valid: \"{playbook.Name}\", {Count(Steps(playbook), "step")}, "
                    + $"{Count(playbook.Gates.Length, "gate")}, {Count(playbook.Records.Length, "record")}");
        }
    }

    private static int Steps(Playbook playbook) =>
        playbook.Waves.IsEmpty ? playbook.Steps.Length : playbook.Waves.Sum(wave => wave.Steps.Length);

    private static void Say(Output output, PlaybookSource source, PlaybookRefused refused)
    {
        if (!output.IsJson)
        {
            output.Fail(new CommandProblem(
                ExitCodes.PlaybookInvalid,
                $"{source.Name} has {Count(refused.Problems.Length, "problem")}",
                Problems: refused.Problems) { Source = source });
        }
    }

    private static int Finish(List<PlaybookCheck> checks, Output output, int worst)
    {
        if (output.IsJson)
        {
            Output.Data(checks);
        }

        return worst;
    }

    private static string Count(int count, string what) =>
        FormattableString.Invariant($"{count} {what}{(count == 1 ? string.Empty : "s")}");
}
