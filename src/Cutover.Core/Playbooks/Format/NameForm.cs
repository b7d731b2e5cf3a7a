using Cutover.Core.Playbooks.Notation;

namespace Cutover.Core.Playbooks.Format;

/// <summary>What names that the author chooses must look like.</summary>
/// <param name="Read">Explains what is wrong with a name.</param>
/// <param name="Pattern">The same for JSON Schema.</param>
internal sealed record NameForm(Func<string, Parsed<string>> Read, string Pattern)
{
    public static NameForm Any { get; } = new(NameNotation.Read, NameNotation.Pattern);
}
