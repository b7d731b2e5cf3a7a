using Amazon;
using Amazon.Runtime;

namespace Cutover.Engine.Aws.Transport;

/// <summary>One service as seen from outside: where it is, and the name and region its requests are signed for.</summary>
/// <param name="Endpoint">Null when nobody said which region is meant.</param>
internal sealed record AwsService(string SigningName, RegionEndpoint SigningRegion, Uri? Endpoint)
{
    /// <summary>What carries signed requests; null for sockets.</summary>
    public HttpMessageHandler? Connections { get; init; }

    /// <summary>Route 53 is one service for the whole world and signs as if it were in us-east-1.</summary>
    public static AwsService Route53(AwsOptions options) => new(
        "route53",
        RegionEndpoint.USEast1,
        options.Route53Endpoint ?? options.Endpoint ?? new Uri("https://route53.amazonaws.com"))
    {
        Connections = options.Route53Connections,
    };

    public static AwsService CloudWatch(AwsOptions options)
    {
        var region = options.Region is { Length: > 0 } name
            ? RegionEndpoint.GetBySystemName(name)
            : FallbackRegionFactory.GetRegionEndpoint(includeInstanceMetadata: false);
        var real = region is null ? null : new Uri($"https://monitoring.{region.SystemName}.{region.PartitionDnsSuffix}");
        return new("monitoring", region ?? RegionEndpoint.USEast1, options.CloudWatchEndpoint ?? options.Endpoint ?? real);
    }
}
