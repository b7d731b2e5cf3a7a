using System.CommandLine;
using Cutover.Cli.Commands;

namespace Cutover.Cli.Conversions;

/// <summary>What "adopt" and "finish" have in common on the command line.</summary>
internal sealed class ConversionParts
{
    public Argument<string> File { get; } = CommandParts.File();

    public Option<string?> Reason { get; } = CommandParts.Reason("Why; kept on record.");

    public Option<bool> Yes { get; } = new("--yes", "-y")
    {
        Description = "Write what is shown without asking. Needed without a terminal.",
    };

    public Option<long?> Undo { get; } = new("--undo")
    {
        Description = "Take it back by the exact reverse batch: the conversion of this number, or without one the playbook's latest.",
        HelpName = "id",
        Arity = ArgumentArity.ZeroOrOne,
        CustomParser = result => CommandParts.Number(result, "the number of a conversion"),
    };

    public void AddTo(Command command)
    {
        command.Add(File);
        command.Add(Reason);
        command.Add(Yes);
        command.Add(Undo);
    }

    public Asked Read(ParseResult parsed) => new(
        parsed.GetRequiredValue(File),
        parsed.GetValue(Reason),
        parsed.GetValue(Yes),
        parsed.GetResult(Undo) is not null,
        parsed.GetValue(Undo));

    /// <summary>What was asked for.</summary>
    /// <param name="UndoId">Null for the latest.</param>
    internal sealed record Asked(string File, string? Reason, bool Yes, bool IsUndo, long? UndoId);
}
