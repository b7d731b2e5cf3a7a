namespace Cutover.Engine.Aws.Route53;

/// <summary>
/// The order in which Route 53 lists names: by their labels from the right, as ASCII. Certain only for names without escapes, for
/// AWS does not say whether an escape sorts as what it stands for.
/// </summary>
internal sealed class ListingOrder : IComparer<string>
{
    public static ListingOrder Instance { get; } = new();

    public static bool IsCertain(string name) => !DnsName.ToRoute53(name).Contains('\\', StringComparison.Ordinal);

    public int Compare(string? x, string? y) => string.CompareOrdinal(Reversed(x), Reversed(y));

    private static string Reversed(string? name) => string.Join('.', (name ?? string.Empty).TrimEnd('.').Split('.').Reverse()) + ".";
}
