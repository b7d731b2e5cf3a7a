namespace Cutover.Core.Playbooks;

/// <summary>A share of the answers, in percent: 0 to 100.</summary>
public readonly record struct Share(decimal Percent) : IComparable<Share>
{
    public static Share None => new(0);

    public static Share All => new(100);

    /// <summary>The share as a fraction: 0 to 1.</summary>
    public double Fraction => (double)(Percent / 100);

    public int CompareTo(Share other) => Percent.CompareTo(other.Percent);

    public override string ToString() => FormattableString.Invariant($"{Percent:0.##} %");

    public static bool operator <(Share left, Share right) => left.CompareTo(right) < 0;

    public static bool operator >(Share left, Share right) => left.CompareTo(right) > 0;

    public static bool operator <=(Share left, Share right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Share left, Share right) => left.CompareTo(right) >= 0;
}
