using System.CommandLine;

namespace Cutover.Cli.Commands;

/// <summary>Arguments and options that several commands have.</summary>
internal static class CommandParts
{
    public static Argument<string> File() => new("file") { Description = "The playbook; - for stdin." };

    public static Argument<long?> OptionalRun(string without) => new("id")
    {
        Description = $"The run's number; {without}.", Arity = ArgumentArity.ZeroOrOne,
    };

    public static Option<string?> Reason(string what) => new("--reason", "-r") { Description = what, HelpName = "text" };

    public static Option<bool> Watch() => new("--watch", "-w") { Description = "Go on watching the run until it ends." };

    public static Option<int?> Take(string what)
    {
        var take = new Option<int?>("--take", "-n") { Description = what, HelpName = "count" };
        take.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<int?>() is < 1)
            {
                result.AddError("--take is a count from 1");
            }
        });
        return take;
    }
}
