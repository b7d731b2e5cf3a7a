using System.Net;
using Cutover.Lab.Aws;

namespace Cutover.Lab.CloudWatch;

/// <summary>How the CloudWatch emulator listens, and how slow and how strict it is.</summary>
public sealed record CloudWatchEmulatorOptions
{
    /// <summary>A loopback address; 127.0.0.1 unless set.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>0 to 65535; 0 takes a free port.</summary>
    public int Port { get; init; }

    /// <summary>The one key that is accepted.</summary>
    public required LabCredentials Credentials { get; init; }

    /// <summary>The region a signature must be scoped to.</summary>
    public string Region { get; init; } = "us-east-1";

    /// <summary>How long after its put a datum stays unreadable; zero or more. AWS takes about two minutes, the lab two seconds.</summary>
    public TimeSpan PublicationDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>GetMetricData calls within any one second before <c>Throttling</c>; 1 or more. 50 is the quota of an AWS account.</summary>
    public int RequestsPerSecond { get; init; } = 50;

    /// <summary>How long a datum is kept after it was measured; more than zero.</summary>
    public TimeSpan Retention { get; init; } = TimeSpan.FromHours(3);

    /// <summary>Datapoints on a page of GetMetricData that asks for no less. 1 to 100,800, which is what AWS gives.</summary>
    public int PageSize { get; init; } = 100_800;
}
