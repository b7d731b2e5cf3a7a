namespace Cutover.Engine.Aws.CloudWatch;

public enum MetricSeriesStatus
{
    /// <summary>Every point there is.</summary>
    Complete,

    /// <summary>Points are missing although every page was read.</summary>
    PartialData,

    /// <summary>CloudWatch failed on this query; the others may be whole.</summary>
    InternalError,

    /// <summary>The identity may not read this metric.</summary>
    Forbidden,
}
