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
}
