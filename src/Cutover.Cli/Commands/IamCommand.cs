using System.Collections.Immutable;
using System.CommandLine;
using Cutover.Cli.Access;
using Cutover.Cli.HostApi;
using Cutover.Cli.Playbooks;
using Cutover.Cli.Problems;
using Cutover.Cli.Terminal;
using Cutover.Core.Access;
using Cutover.Core.Playbooks;

namespace Cutover.Cli.Commands;

/// <summary>Prints the least IAM policy with which a playbook can run.</summary>
internal static class IamCommand
{
    public static Command Create(Shell shell)
    {
        var playbook = new Option<string>("--playbook") { Description = "The playbook; - for stdin.", HelpName = "file", Required = true };
        var ids = new Option<string[]>("--zone-id")
        {
            Description = "The id of a zone that the playbook gives by name. May be repeated.", HelpName = "name=id",
        };
        var lookUp = new Option<bool>("--look-up")
        {
            Description = "Ask Route 53 for the ids that --zone-id does not say. Needs AWS credentials.",
        };
        var command = new Command(
            "iam",
            "Print the exact IAM policy that the playbook's runs need, and \"rollback --break-glass\" too: no record, type or action more.")
        {
            playbook, ids, lookUp,
        };
        shell.Locally(command, (parsed, output, cancellation) => RunAsync(
            parsed.GetRequiredValue(playbook), parsed.GetValue(ids) ?? [], parsed.GetValue(lookUp), shell, output, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        string file, string[] said, bool lookUp, Shell shell, Output output, CancellationToken cancellation)
    {
        if (!(await PlaybookText.ReadAsync(file, cancellation)).TryGet(out var playbook, out var problem)
            || !ZoneIds.Read(said).TryGet(out var ids, out problem)
            || !(await CompleteAsync(playbook, ids, lookUp, shell, cancellation)).TryGet(out var all, out problem))
        {
            return output.Fail(problem);
        }

        Console.Out.WriteLine(PolicyDocument.Write(PlaybookAccess.Of(playbook, all)));
        return ExitCodes.Ok;
    }

    private static async Task<Answer<ImmutableDictionary<string, string>>> CompleteAsync(
        Playbook playbook, ImmutableDictionary<string, string> ids, bool lookUp, Shell shell, CancellationToken cancellation)
    {
        ImmutableArray<string> missing = [.. PlaybookAccess.ZoneNames(playbook).Where(name => !ids.ContainsKey(name))];
        return missing.IsEmpty ? ids
            : lookUp ? await ZoneIds.LookUpAsync(missing, ids, shell.Time, cancellation)
            : new CommandProblem(
                ExitCodes.Usage,
                $"a policy names hosted zones by their ids, and the playbook does not say {(missing.Length == 1 ? "that" : "those")} "
                    + $"of {string.Join(", ", missing)}",
                Next: $"add {string.Join(' ', missing.Select(name => $"--zone-id {name}=Z…"))}, "
                    + "or --look-up with credentials that may list zones");
    }
}
