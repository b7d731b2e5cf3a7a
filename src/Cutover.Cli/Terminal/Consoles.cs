using Spectre.Console;

namespace Cutover.Cli.Terminal;

/// <summary>Makes consoles that know whether a terminal is behind them.</summary>
internal static class Consoles
{
    // Where nobody looks at a screen, nothing is wrapped: a line stays a line for grep.
    private const int Unwrapped = 1000;

    public static IAnsiConsole Open(TextWriter writer, bool isTerminal)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal && !RefusesColour() ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        if (!isTerminal)
        {
            console.Profile.Width = Unwrapped;
        }

        return console;
    }

    private static bool RefusesColour() => Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };
}
