using System.Collections.Immutable;

namespace Cutover.Engine.Probes;

/// <summary>The head of the answer to an upgrade request.</summary>
/// <param name="StatusCode">100 to 599.</param>
/// <param name="Reason">The words behind the code, as sent; may be empty.</param>
/// <param name="Headers">In the order and case in which they came, duplicates kept.</param>
public sealed record UpgradeResponse(int StatusCode, string Reason, ImmutableArray<KeyValuePair<string, string>> Headers)
{
    /// <summary>All values of one header.</summary>
    public IEnumerable<string> ValuesOf(string name) =>
        from header in Headers
        where header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)
        select header.Value;
}
