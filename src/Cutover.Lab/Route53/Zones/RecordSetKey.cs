namespace Cutover.Lab.Route53.Zones;

/// <summary>The identity of a record set and its place in a listing: reversed name, then type, then set identifier.</summary>
internal sealed record RecordSetKey(string ReversedName, string Type, string? SetIdentifier) : IComparable<RecordSetKey>
{
    public int CompareTo(RecordSetKey? other)
    {
        if (other is null)
        {
            return 1;
        }

        var byName = string.CompareOrdinal(ReversedName, other.ReversedName);
        var byType = byName != 0 ? byName : string.CompareOrdinal(Type, other.Type);
        return byType != 0 ? byType : string.CompareOrdinal(SetIdentifier, other.SetIdentifier);
    }
}
