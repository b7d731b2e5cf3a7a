namespace Cutover.Lab.CloudWatch.Protocol;

/// <summary>
/// Carries a <see cref="CloudWatchError"/> from wherever in a request's nested parameters or expression it was found to the one
/// place that answers. A value handed up through every level of a recursive parser would say the same in three times the lines.
/// </summary>
internal sealed class RefusedException(CloudWatchError error) : Exception(error.Message)
{
    internal CloudWatchError Error { get; } = error;
}
