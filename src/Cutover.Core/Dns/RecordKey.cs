namespace Cutover.Core.Dns;

/// <summary>What identifies a weighted pair: the zone, the name (with the trailing dot) and the type.</summary>
public sealed record RecordKey(string ZoneId, string Name, RecordType Type)
{
    public override string ToString() => $"{Name.TrimEnd('.')} {Type}";
}
