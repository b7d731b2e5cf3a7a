namespace Cutover.Lab.Tests.Route53;

/// <summary>Request bodies, written by hand so that they owe nothing to the code under test.</summary>
internal static class ChangeXml
{
    internal const string Namespace = "https://route53.amazonaws.com/doc/2013-04-01/";

    internal static string Batch(params string[] changes) =>
        $"<ChangeResourceRecordSetsRequest xmlns=\"{Namespace}\"><ChangeBatch><Comment>a test</Comment><Changes>{string.Concat(changes)}</Changes></ChangeBatch></ChangeResourceRecordSetsRequest>";

    internal static string Change(string action, string set) =>
        $"<Change><Action>{action}</Action><ResourceRecordSet>{set}</ResourceRecordSet></Change>";

    internal static string Simple(string name, string type, string ttl, params string[] values) =>
        $"<Name>{name}</Name><Type>{type}</Type><TTL>{ttl}</TTL>{Records(values)}";

    internal static string Weighted(
        string identifier, string weight, string value = "192.0.2.1", string ttl = "60", string name = "w.lab.example") =>
        $"<Name>{name}</Name><Type>A</Type><SetIdentifier>{identifier}</SetIdentifier><Weight>{weight}</Weight><TTL>{ttl}</TTL>{Records(value)}";

    internal static string Alias(string zone, string target) =>
        $"<AliasTarget><HostedZoneId>{zone}</HostedZoneId><DNSName>{target}</DNSName><EvaluateTargetHealth>false</EvaluateTargetHealth></AliasTarget>";

    internal static string Records(params string[] values) =>
        $"<ResourceRecords>{string.Concat(values.Select(value => $"<ResourceRecord><Value>{value}</Value></ResourceRecord>"))}</ResourceRecords>";
}
