using Cutover.Cli.Problems;

namespace Cutover.Cli.Emergency;

/// <summary>Asks for the one yes: a single key.</summary>
internal static class GlassConfirmation
{
    /// <summary>Why it may not go on; null after a yes.</summary>
    public static CommandProblem? Ask(GlassSession session, bool yes)
    {
        if (yes)
        {
            return null;
        }

        if (!session.Output.CanAsk)
        {
            return new CommandProblem(
                ExitCodes.Usage,
                "nobody can be asked here, so nothing was written",
                Next: "say the same with --yes to write without a question");
        }

        Console.Error.Write("Write this now? [y/N] ");
        var key = Console.ReadKey(intercept: true).KeyChar;
        Console.Error.WriteLine(key);
        return key is 'y' or 'Y' ? null : new CommandProblem(ExitCodes.Interrupted, "not rolled back: nothing was written");
    }
}
