using System.Collections.Immutable;
using System.CommandLine;
using Cutover.Cli.HostApi;
using Cutover.Cli.Playbooks;
using Cutover.Cli.Problems;
using Cutover.Core.Emergency;

namespace Cutover.Cli.Emergency;

/// <summary>Reads from the command line what is to be rolled back.</summary>
internal static class BreakGlassScope
{
    private const string HowTo = "either --playbook file, or --zone id|name --name domain --to setidentifier";

    public static async Task<Answer<ImmutableArray<ZoneRequest>>> ReadAsync(
        ParseResult parsed, BreakGlassArguments arguments, CancellationToken cancellation)
    {
        var named = new Option[] { arguments.Zone, arguments.Name, arguments.Types, arguments.To, arguments.From }
            .FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false });
        return (parsed.GetValue(arguments.Playbook), named) switch
        {
            ({ } file, null) => await OfPlaybookAsync(file, cancellation),
            ({ }, { } option) => Misused($"--playbook says which records go back, so {option.Name} says it twice"),
            _ => OfName(parsed, arguments),
        };
    }

    private static async Task<Answer<ImmutableArray<ZoneRequest>>> OfPlaybookAsync(string file, CancellationToken cancellation)
    {
        var read = await PlaybookText.ReadAsync(file, cancellation);
        return read.TryGet(out var playbook, out var problem) ? ZoneRequest.Of(playbook) : problem;
    }

    private static Answer<ImmutableArray<ZoneRequest>> OfName(ParseResult parsed, BreakGlassArguments arguments) =>
        (parsed.GetValue(arguments.Zone), parsed.GetValue(arguments.Name), parsed.GetValue(arguments.To)) is ({ } zone, { } name, { } to)
            ? ImmutableArray.Create(new ZoneRequest(zone, [
                new RollbackRequest(
                    ZoneRequest.Rooted(name),
                    [.. (parsed.GetValue(arguments.Types) ?? []).Distinct()],
                    to,
                    parsed.GetValue(arguments.From))]))
            : Misused("what is to be rolled back is not said");

    private static CommandProblem Misused(string title) => new(ExitCodes.Usage, title, Next: HowTo);
}
