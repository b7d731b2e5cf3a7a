namespace Cutover.Lab.Edges.Statistics;

/// <summary>One answer of a statistics interface.</summary>
internal sealed record StatisticsPage(int Status, string ContentType, string Body)
{
    public static StatisticsPage NotFound { get; } = new(404, "text/plain", "There is no such page in the lab's emulation.\n");
}
