using System.Diagnostics;
using Cutover.Lab;

namespace Cutover.EndToEnd.Tests.Hosts;

/// <summary>How a host is started.</summary>
internal static class HostCommand
{
    /// <summary>What the people of a host without a lab sign in with.</summary>
    public const string Token = "only-this-test-knows-this-secret-of-its-own";

    /// <summary>A host that takes the lab of this process for AWS.</summary>
    public static ProcessStartInfo Against(LabWorld lab, string database) => Create(database, [], new Dictionary<string, string>
    {
        ["Cutover__Token"] = Token,
        ["Cutover__SyncCheck"] = "00:00:00.3",
        ["Cutover__CloudWatchPoll"] = "00:00:01",
        ["Cutover__ZoneRead"] = "00:00:02",
        ["Cutover__NameServers__0"] = lab.Dns.EndPoint.ToString(),
    }.Concat(AwsOf(lab)).ToDictionary());

    /// <summary>What a shell has set that takes the lab of this process for AWS.</summary>
    public static Dictionary<string, string> AwsOf(LabWorld lab) => new()
    {
        ["AWS_ENDPOINT_URL_ROUTE_53"] = lab.Route53.Endpoint.AbsoluteUri,
        ["AWS_ENDPOINT_URL_CLOUDWATCH"] = lab.CloudWatch.Endpoint.AbsoluteUri,
        ["AWS_ACCESS_KEY_ID"] = lab.Credentials.AccessKeyId,
        ["AWS_SECRET_ACCESS_KEY"] = lab.Credentials.SecretAccessKey,
        ["AWS_REGION"] = LabWorld.Region,
    };

    /// <summary>A host with a lab of its own inside, as the README starts it, but on free ports and with fewer clients.</summary>
    public static ProcessStartInfo WithLab(string database, string playbooks, int edgePort) => Create(
        database,
        [
            "--Lab=true",
            $"--Cutover:Playbooks={playbooks}",
            "--Lab:Route53Port=0",
            "--Lab:CloudWatchPort=0",
            "--Lab:DnsPort=0",
            FormattableString.Invariant($"--Lab:EdgePort={edgePort}"),
            "--Lab:StatisticsPort=0",
            "--Lab:Clients=100",
            "--Lab:MeanLifetime=00:00:04",
            "--Lab:Ramp=00:00:02",
            "--Lab:Ttl=1",
            "--Lab:InsyncDelay=00:00:00.5",
            "--Lab:PublicationDelay=00:00:00.5",
            "--Lab:MetricsPeriod=00:00:01",
        ],
        []);

    private static ProcessStartInfo Create(string database, IEnumerable<string> arguments, Dictionary<string, string> environment)
    {
        var command = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Cutover.Web.dll"), .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetDirectoryName(database),
        };
        environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        environment["Cutover__Database"] = database;
        // The bakes of these tests leave no room for it.
        environment["Cutover__AssumedSync"] = "00:00:00";
        environment["Logging__LogLevel__Default"] = "Warning";
        environment["Logging__LogLevel__Cutover"] = "Information";
        environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        environment["Logging__Console__FormatterName"] = "simple";
        environment["Logging__Console__FormatterOptions__SingleLine"] = "true";
        foreach (var (name, value) in environment)
        {
            command.Environment[name] = value;
        }

        return command;
    }
}
