using System.CommandLine;
using Cutover.Cli.Conversions;
using Cutover.Core.Conversions;

namespace Cutover.Cli.Commands;

/// <summary>Turns weighted pairs whose target has everything into simple records.</summary>
internal static class FinishCommand
{
    public static Command Create(Shell shell)
    {
        var parts = new ConversionParts();
        var command = new Command(
            "finish", "Turn the playbook's pairs into simple records on the target, once it has all the weight: answers do not change.");
        parts.AddTo(command);
        shell.AtHost(command, (parsed, session) => Converting.RunAsync(ConversionKind.Finish, parts.Read(parsed), [], null, session));
        return command;
    }
}
