using Cutover.Cli.Problems;
using Cutover.Core.Runs;
using Spectre.Console;

namespace Cutover.Cli.Terminal;

/// <summary>Where a command writes: its result to stdout, everything else to stderr.</summary>
internal sealed class Output(OutputFormat format)
{
    public bool IsJson => format == OutputFormat.Json;

    /// <summary>A person looks at stdout.</summary>
    public bool IsTerminal { get; } = !Console.IsOutputRedirected;

    /// <summary>A person can answer a question.</summary>
    public bool CanAsk => IsTerminal && !Console.IsInputRedirected && !Console.IsErrorRedirected;

    // Opened when it is drawn on: loading what draws takes longer than a rollback has.
    private IAnsiConsole? opened;

    /// <summary>Stdout for people.</summary>
    public IAnsiConsole Text => opened ??= Consoles.Open(Console.Out, IsTerminal);

    /// <summary>Writes the command's result, as data or as text.</summary>
    public int Result<T>(T data, Action<IAnsiConsole> text)
    {
        if (IsJson)
        {
            Data(data);
        }
        else
        {
            text(Text);
        }

        return ExitCodes.Ok;
    }

    /// <summary>One JSON document on a line of stdout.</summary>
    public static void Data<T>(T data) => Console.Out.WriteLine(RunJson.Write(data));

    /// <summary>Writes why the command failed.</summary>
    /// <returns>The exit code.</returns>
    public int Fail(CommandProblem problem)
    {
        Console.Error.Write(IsJson ? RunJson.Write(problem) + Environment.NewLine : ProblemText.Of(problem));
        return problem.ExitCode;
    }

    /// <summary>Something to know that is neither the result nor a failure.</summary>
    public void Notice(string words) =>
        Console.Error.WriteLine(IsJson ? RunJson.Write(new { notice = words }) : words);

    /// <summary>Asks once; anything but a yes is a no.</summary>
    public static bool Confirms(string question)
    {
        Console.Error.Write($"{question} [y/N] ");
        return Console.In.ReadLine()?.Trim().ToUpperInvariant() is "Y" or "YES";
    }
}
