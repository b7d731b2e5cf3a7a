using System.Diagnostics.CodeAnalysis;
using Cutover.Core.Dns;

namespace Cutover.Cli.Emergency;

/// <summary>Equal when Route 53 would see the same line of a batch.</summary>
internal sealed class SameChange : IEqualityComparer<RecordSetChange>
{
    public static SameChange Instance { get; } = new();

    public bool Equals(RecordSetChange? x, RecordSetChange? y) =>
        x is not null && y is not null && x.Action == y.Action && x.RecordSet.Matches(y.RecordSet);

    public int GetHashCode([DisallowNull] RecordSetChange obj) => HashCode.Combine(obj.Action, obj.RecordSet.Name, obj.RecordSet.Type);
}
