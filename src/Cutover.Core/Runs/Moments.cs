namespace Cutover.Core.Runs;

/// <summary>Of two moments.</summary>
internal static class Moments
{
    public static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    public static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
