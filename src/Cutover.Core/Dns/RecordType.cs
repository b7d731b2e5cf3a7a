namespace Cutover.Core.Dns;

/// <summary>The record types a weighted pair can have here; named as in the Route 53 API.</summary>
public enum RecordType
{
    A,
    AAAA,
    CNAME,
}
