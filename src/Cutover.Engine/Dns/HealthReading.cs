using System.Collections.Immutable;
using Cutover.Core.Dns.Health;
using Cutover.Engine.Aws;
using Cutover.Engine.Aws.Route53;

namespace Cutover.Engine.Dns;

/// <summary>Asks Route 53 about health checks.</summary>
internal static class HealthReading
{
    /// <summary>A verdict for every id: one that cannot be read says why, and stands in nobody's way.</summary>
    public static async Task<ImmutableDictionary<string, HealthVerdict>> ReadHealthAsync(
        this Route53Client route53, ImmutableArray<string> checks, CancellationToken cancellation)
    {
        var verdicts = ImmutableDictionary.CreateBuilder<string, HealthVerdict>();
        foreach (var check in checks)
        {
            var read = await route53.GetHealthCheckStatusAsync(check, CallPriority.Normal, cancellation);
            verdicts[check] = read.TryGet(out var observations, out var failure) ? HealthJudge.Judge(observations) : Unread(failure);
        }

        return verdicts.ToImmutable();
    }

    private static HealthVerdict Unread(AwsFailure failure) =>
        failure.Kind == AwsFailureKind.NotFound ? new HealthCheckDeleted() : new HealthUnknown(AwsWords.Of(failure));
}
