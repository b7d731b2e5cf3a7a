namespace Cutover.Core.Statistics;

/// <summary>A range of shares or other values, both ends included.</summary>
public readonly record struct Interval(double Low, double High)
{
    public bool Contains(double value) => Low <= value && value <= High;
}
