using System.Collections.Immutable;
using Cutover.Core.Dns;

namespace Cutover.Engine.Aws.Route53;

/// <summary>
/// Reads several names of a zone with as few pages as it can: a page holds 300 record sets in the zone's order, so one that begins at
/// the first name usually holds the others as well, and names that are far apart are jumped to.
/// </summary>
internal sealed class NamesReading
{
    private readonly SortedSet<string> unread;
    private readonly ImmutableArray<RecordSet>.Builder found = ImmutableArray.CreateBuilder<RecordSet>();

    public NamesReading(IEnumerable<string> names)
    {
        unread = new SortedSet<string>(names.Select(DnsName.FromRoute53), ListingOrder.Instance);
        Next = Jump();
    }

    /// <summary>Where the next page has to begin; null when every name is read.</summary>
    public RecordSetCursor? Next { get; private set; }

    public ImmutableArray<RecordSet> Found => found.ToImmutable();

    public void Take(RecordSetPage page)
    {
        var start = Next!.Name;
        found.AddRange(page.RecordSets.Where(set => IsMine(set.Name, start)));
        unread.RemoveWhere(name => name != page.Next?.Name && (name == start || IsCovered(name, start, page)));
        Next = page.Next is { } next && IsMine(next.Name, start) && unread.Contains(next.Name) ? next : Jump();
    }

    // A name of uncertain order is read by a page that begins with it, and that page by no other name: else a set would be found twice.
    private bool IsMine(string name, string start) => unread.Contains(name) && (name == start || AreCertain(name, start));

    private static bool IsCovered(string name, string start, RecordSetPage page)
    {
        if (!AreCertain(name, start) || ListingOrder.Instance.Compare(name, start) < 0)
        {
            return false;
        }

        return page.Next is null || (Boundary(page) is { } boundary && ListingOrder.Instance.Compare(name, boundary) <= 0);
    }

    private static bool AreCertain(string name, string start) => ListingOrder.IsCertain(name) && ListingOrder.IsCertain(start);

    // Everything up to this name is on the page, whole.
    private static string? Boundary(RecordSetPage page) => page.RecordSets
        .Select(set => set.Name)
        .Append(page.Next!.Name)
        .Where(name => ListingOrder.IsCertain(name) && name != page.Next.Name)
        .Max(ListingOrder.Instance);

    private RecordSetCursor? Jump() => unread.Min is { } name ? new RecordSetCursor(name) : null;
}
