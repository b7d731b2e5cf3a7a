using System.Collections.Immutable;
using Cutover.Core.Playbooks;

namespace Cutover.Engine.Views;

/// <summary>What is wrong with the text of a playbook.</summary>
/// <param name="Name">The playbook's name; null where something is wrong.</param>
/// <param name="Problems">Everything that is wrong, in the order of the text; empty for a good one.</param>
public sealed record PlaybookCheckView(string? Name, ImmutableArray<PlaybookProblem> Problems)
{
    public static PlaybookCheckView Of(string text) => PlaybookReader.Read(text) switch
    {
        PlaybookAccepted { Playbook.Name: var name } => new(name, []),
        PlaybookRefused { Problems: var problems } => new(null, problems),
        var other => throw new ArgumentOutOfRangeException(nameof(text), $"{other} is no result of reading."),
    };
}
