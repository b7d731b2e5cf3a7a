using System.Collections.Immutable;
using Cutover.Core.Playbooks;

namespace Cutover.Core.Tests.Playbooks;

/// <summary>Reads a text and says which of the two results must come of it.</summary>
internal static class Readings
{
    public static Playbook Accepted(string yaml) => PlaybookReader.Read(yaml) switch
    {
        PlaybookAccepted accepted => accepted.Playbook,
        PlaybookRefused refused => throw new Xunit.Sdk.XunitException(PlaybookProblemText.Render(refused, yaml, "test.yaml")),
        var other => throw new Xunit.Sdk.XunitException($"{other} is neither result"),
    };

    public static ImmutableArray<PlaybookProblem> Problems(string yaml) =>
        Assert.IsType<PlaybookRefused>(PlaybookReader.Read(yaml)).Problems;

    /// <summary>A text with one mistake has one problem: "line:column path | message | mend".</summary>
    public static void AssertOnlyProblem(string yaml, string old, string replacement, string expected)
    {
        Assert.Contains(old, yaml, StringComparison.Ordinal);
        var problem = Assert.Single(Problems(yaml.Replace(old, replacement, StringComparison.Ordinal)));

        Assert.Equal(
            expected, FormattableString.Invariant($"{problem.Line}:{problem.Column} {problem.Path} | {problem.Message} | {problem.Mend}"));
    }
}
