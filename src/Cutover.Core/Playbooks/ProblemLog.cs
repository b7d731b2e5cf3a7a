using System.Collections.Immutable;
using Cutover.Core.Playbooks.Yaml;

namespace Cutover.Core.Playbooks;

/// <summary>Collects what is wrong with a file, so that everything is said at once.</summary>
internal sealed class ProblemLog
{
    private readonly List<PlaybookProblem> _problems = [];

    /// <summary>For a look at a value whose problems someone else reports.</summary>
    public static ProblemLog Unread => new();

    public bool IsEmpty => _problems.Count == 0;

    public void Add(YamlPlace at, string message, string mend) =>
        _problems.Add(new PlaybookProblem(at.Line, at.Column, at.Path, message, mend));

    public ImmutableArray<PlaybookProblem> InOrderOfTheFile() =>
        [.. _problems.Distinct().OrderBy(problem => problem.Line).ThenBy(problem => problem.Column)];
}
