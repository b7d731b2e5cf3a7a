using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Cutover.Cli.HostApi;

namespace Cutover.Cli;

/// <summary>The help; that of the root also says what the exit codes and the environment variables mean.</summary>
internal sealed class HelpWithExitCodes(HelpAction help) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var code = help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is RootCommand)
        {
            Write(parseResult.InvocationConfiguration.Output);
        }

        return code;
    }

    private static void Write(TextWriter output)
    {
        output.WriteLine("Environment:");
        output.WriteLine($"  {HostAddress.Variable,-15}address of the host, where --host does not say another");
        output.WriteLine($"  {HostConnection.TokenVariable,-15}API token, sent to the host and shown nowhere");
        output.WriteLine($"  {"NO_COLOR",-15}set to anything: no colours");
        output.WriteLine();
        output.WriteLine("Exit codes:");
        foreach (var (exitCode, meaning) in ExitCodes.All)
        {
            output.WriteLine($"  {exitCode,3}  {meaning}");
        }

        output.WriteLine();
    }
}
