using System.Diagnostics.CodeAnalysis;
using Cutover.Cli.Problems;

namespace Cutover.Cli.HostApi;

/// <summary>A value, or the problem that stands in its place. There is no third case.</summary>
internal abstract record Answer<T>
{
    private Answer()
    {
    }

    /// <summary>For callers that go on with the value and return early on the problem.</summary>
    public bool TryGet([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out CommandProblem? problem)
    {
        value = this is Given given ? given.Value : default;
        problem = (this as Missing)?.Problem;
        return problem is null;
    }

    public static implicit operator Answer<T>(T value) => new Given(value);

    public static implicit operator Answer<T>(CommandProblem problem) => new Missing(problem);

    private sealed record Given(T Value) : Answer<T>;

    private sealed record Missing(CommandProblem Problem) : Answer<T>;
}
