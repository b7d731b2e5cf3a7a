namespace Cutover.Core.Statistics;

/// <summary>A range of counts, both ends included.</summary>
public readonly record struct CountRange(int From, int To)
{
    public bool Contains(int count) => From <= count && count <= To;

    public bool Contains(CountRange other) => From <= other.From && other.To <= To;

    public bool Overlaps(CountRange other) => From <= other.To && other.From <= To;
}
