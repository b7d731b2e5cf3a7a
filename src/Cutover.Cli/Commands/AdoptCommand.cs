using System.CommandLine;
using System.CommandLine.Parsing;
using Cutover.Cli.Conversions;
using Cutover.Core.Conversions;
using Cutover.Core.Dns;

namespace Cutover.Cli.Commands;

/// <summary>Turns simple records into weighted pairs.</summary>
internal static class AdoptCommand
{
    public static Command Create(Shell shell)
    {
        var parts = new ConversionParts();
        var values = new Option<string[]>("--target-value")
        {
            Description = "What the target answers with, such as A=203.0.113.9; the type may be left out with one type. Repeatable.",
            HelpName = "[type=]value",
        };
        var alias = new Option<string?>("--target-alias") { Description = "The target is an alias to this name.", HelpName = "name" };
        var zone = new Option<string?>("--target-alias-zone") { Description = "The alias target's own hosted zone.", HelpName = "zone id" };
        var health = new Option<bool>("--evaluate-target-health")
        {
            Description = "Route 53 drops the target while its alias is unhealthy.",
        };
        var command = new Command(
            "adopt", "Turn the playbook's simple records into weighted pairs, all the weight on the source: answers do not change.");
        parts.AddTo(command);
        foreach (var option in new Option[] { values, alias, zone, health })
        {
            command.Add(option);
        }

        command.Validators.Add(result => Check(result, alias, zone, health));
        shell.AtHost(command, (parsed, session) => Converting.RunAsync(
            ConversionKind.Adopt,
            parts.Read(parsed),
            parsed.GetValue(values) ?? [],
            parsed.GetValue(alias) is { } name ? new AliasTarget(parsed.GetValue(zone)!, name, parsed.GetValue(health)) : null,
            session));
        return command;
    }

    private static void Check(CommandResult result, Option<string?> alias, Option<string?> zone, Option<bool> health)
    {
        var (name, id) = (result.GetValue(alias), result.GetValue(zone));
        if (name is null != id is null)
        {
            result.AddError("write --target-alias and --target-alias-zone together");
        }
        else if (name is null && result.GetValue(health))
        {
            result.AddError("--evaluate-target-health is for a target that is an alias: add --target-alias and --target-alias-zone");
        }
    }
}
