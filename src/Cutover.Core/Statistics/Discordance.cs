namespace Cutover.Core.Statistics;

/// <summary>How many pairs were worse on the target only, and on the source only; pairs that agree say nothing.</summary>
public readonly record struct Discordance(long OnTarget, long OnSource)
{
    public static Discordance operator +(Discordance one, Discordance other) =>
        new(one.OnTarget + other.OnTarget, one.OnSource + other.OnSource);
}
