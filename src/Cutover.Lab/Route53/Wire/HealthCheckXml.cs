using System.Xml.Linq;
using Cutover.Lab.Route53.Health;
using static Cutover.Lab.Route53.Wire.Route53Reply;

namespace Cutover.Lab.Route53.Wire;

/// <summary>
/// What GetHealthCheckStatus tells: one observation for each checker that reports, from all of Route 53's regions in turn.
/// </summary>
internal static class HealthCheckXml
{
    private static readonly string[] Regions =
    [
        "us-east-1", "us-west-1", "us-west-2", "eu-west-1", "ap-southeast-1", "ap-southeast-2", "ap-northeast-1", "sa-east-1",
    ];

    internal static XElement Observations(HealthCheck check, DateTimeOffset at) => Element(
        "HealthCheckObservations",
        Enumerable.Range(0, check.Checkers).Select(checker => Observation(checker, checker < check.Successes, at)));

    private static XElement Observation(int checker, bool well, DateTimeOffset at) => Element(
        "HealthCheckObservation",
        Element("Region", Regions[checker % Regions.Length]),
        Element("IPAddress", $"192.0.2.{checker + 1}"),
        Element(
            "StatusReport",
            Element("Status", well ? "Success: HTTP Status Code 200, OK" : "Failure: HTTP Status Code 503, Service Unavailable"),
            Moment("CheckedTime", at)));
}
