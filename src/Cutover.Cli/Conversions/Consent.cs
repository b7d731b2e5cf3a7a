using Cutover.Cli.Problems;
using Cutover.Cli.Terminal;

namespace Cutover.Cli.Conversions;

/// <summary>Shows what is about to be written and gets a person's word for it.</summary>
internal static class Consent
{
    /// <returns>Why it must not be written; null when it may.</returns>
    /// <param name="data">
    /// The same as the lines, for JSON output: it is the result only where nothing is written, since else the conversion is.
    /// </param>
    public static CommandProblem? Get<T>(Output output, T data, IEnumerable<string> lines, string question, bool yes)
    {
        if (!output.IsJson || (output.CanAsk && !yes))
        {
            Show(output.IsJson ? Console.Error : Console.Out, lines);
        }

        if (yes)
        {
            return null;
        }

        if (output.CanAsk)
        {
            return Output.Confirms(question) ? null : new CommandProblem(ExitCodes.Interrupted, "a no: nothing was written");
        }

        if (output.IsJson)
        {
            Output.Data(data);
        }

        return new CommandProblem(
            ExitCodes.Usage, "nothing was written: there is no terminal to ask at", Next: "to write what is shown here, add --yes");
    }

    private static void Show(TextWriter writer, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            writer.WriteLine(Figures.OneLine(line));
        }
    }
}
