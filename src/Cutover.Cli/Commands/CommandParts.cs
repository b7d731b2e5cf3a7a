using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Cutover.Cli.Commands;

/// <summary>Arguments and options that several commands have.</summary>
internal static class CommandParts
{
    public static Argument<string> File()
    {
        var file = new Argument<string>("file") { Description = "The playbook; - for stdin." };
        file.Validators.Add(RefuseOptions);
        return file;
    }

    public static Argument<string[]> Files()
    {
        var files = new Argument<string[]>("file") { Description = "Playbooks; - for stdin.", Arity = ArgumentArity.OneOrMore };
        files.Validators.Add(RefuseOptions);
        return files;
    }

    public static Argument<long?> OptionalRun(string without) => new("id")
    {
        Description = $"The run's number; {without}.",
        Arity = ArgumentArity.ZeroOrOne,
        CustomParser = result => Number(result, "the number of a run"),
    };

    public static Argument<long?> Run() => new("id")
    {
        Description = "The run's number.", Arity = ArgumentArity.ExactlyOne, CustomParser = result => Number(result, "the number of a run"),
    };

    public static Option<string?> Reason(string what) => new("--reason", "-r") { Description = what, HelpName = "text" };

    public static Option<bool> Watch() => new("--watch", "-w") { Description = "Go on watching the run until it ends." };

    public static Option<int?> Take(string what) => new("--take", "-n")
    {
        Description = what,
        HelpName = "count",
        CustomParser = result => (int?)Math.Min(Number(result, "a count from 1") ?? int.MaxValue, int.MaxValue - 1),
    };

    /// <summary>Reads a number from 1; anything else is an error.</summary>
    /// <param name="what">What the number is, for the error.</param>
    public static long? Number(ArgumentResult result, string what)
    {
        if (result.Tokens is not [var token])
        {
            return null;
        }

        if (long.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
        {
            return number;
        }

        result.AddError($"\"{token.Value}\" is not {(IsOption(token.Value) ? "an option of this command" : what)}");
        return null;
    }

    // An option that does not exist is taken for an argument by the parser, and would be looked for as a file.
    private static void RefuseOptions(ArgumentResult result)
    {
        foreach (var token in result.Tokens.Where(token => IsOption(token.Value)))
        {
            result.AddError($"\"{token.Value}\" is not an option of this command");
        }
    }

    private static bool IsOption(string token) => token.Length > 1 && token[0] == '-';
}
