namespace Cutover.Lab.Route53.Wire;

/// <summary>Which operation a method and path ask for, and on which id.</summary>
internal readonly record struct Route53Route(Route53Operation Operation, string Id = "")
{
    /// <summary>What it is about, as IAM names it.</summary>
    internal string Resource => Operation switch
    {
        _ when Id.Length == 0 => "*",
        Route53Operation.GetChange => $"arn:aws:route53:::change/{Id}",
        Route53Operation.GetHealthCheckStatus => $"arn:aws:route53:::healthcheck/{Id}",
        _ => $"arn:aws:route53:::hostedzone/{Id}",
    };

    internal static Route53Route Match(string method, string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts is ["2013-04-01", .. var rest] ? Match(method, rest) : default;
    }

    private static Route53Route Match(string method, string[] path) => (method, path) switch
    {
        ("POST", ["hostedzone"]) => new(Route53Operation.CreateHostedZone),
        ("GET", ["hostedzone"]) => new(Route53Operation.ListHostedZones),
        ("GET", ["hostedzonesbyname"]) => new(Route53Operation.ListHostedZonesByName),
        ("GET", ["hostedzone", var id]) => new(Route53Operation.GetHostedZone, id),
        ("GET", ["hostedzone", var id, "rrset"]) => new(Route53Operation.ListResourceRecordSets, id),
        ("POST", ["hostedzone", var id, "rrset"]) => new(Route53Operation.ChangeResourceRecordSets, id),
        ("GET", ["change", var id]) => new(Route53Operation.GetChange, id),
        ("GET", ["healthcheck", var id, "status"]) => new(Route53Operation.GetHealthCheckStatus, id),
        ("GET", ["testdnsanswer"]) => new(Route53Operation.TestDNSAnswer),
        _ => default,
    };
}
