using Amazon;
using Amazon.Runtime;

namespace Cutover.Engine.Aws.Transport;

/// <summary>One service as seen from outside: where it is, and the name and region its requests are signed for.</summary>
/// <param name="Name">The service's name for people and metrics.</param>
/// <param name="Endpoint">Null when nobody said which region is meant.</param>
internal sealed record AwsService(string Name, string SigningName, RegionEndpoint SigningRegion, Uri? Endpoint)
{
    /// <summary>What IAM puts before the names of the service's actions.</summary>
    public string IamPrefix => Name.ToLowerInvariant();

    /// <summary>What carries signed requests; null for sockets.</summary>
    public HttpMessageHandler? Connections { get; init; }

    /// <summary>Route 53 is one service for the whole world and signs as if it were in us-east-1.</summary>
    public static AwsService Route53(AwsOptions options) => new(
        "Route53",
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
        return new("CloudWatch", "monitoring", region ?? RegionEndpoint.USEast1, options.CloudWatchEndpoint ?? options.Endpoint ?? real);
    }
}
