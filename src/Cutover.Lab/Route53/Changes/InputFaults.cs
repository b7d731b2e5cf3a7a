using System.Collections.Immutable;

namespace Cutover.Lab.Route53.Changes;

/// <summary>What is wrong with the shape of a request, collected so that the caller hears everything at once.</summary>
internal sealed class InputFaults
{
    private readonly ImmutableArray<string>.Builder _constraints = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableArray<string>.Builder _others = ImmutableArray.CreateBuilder<string>();

    internal bool Any => _constraints.Count + _others.Count > 0;

    /// <summary>The message of the InvalidInput error, constraints first, in the words of the API.</summary>
    internal string Message
    {
        get
        {
            var count = _constraints.Count == 1 ? "1 validation error" : $"{_constraints.Count} validation errors";
            return _constraints.Count > 0 ? $"{count} detected: {string.Join("; ", _constraints)}" : string.Join("; ", _others);
        }
    }

    internal void Constraint(string value, string path, string rule) =>
        _constraints.Add($"Value '{value}' at '{path}' failed to satisfy constraint: Member must {rule}");

    internal void Request(string sentence) => _others.Add($"Invalid request: {sentence}");

    internal void Xml(string sentence) => _others.Add($"Invalid XML ; {sentence}");
}
