using System.Buffers;
using System.Text;
using System.Text.Json;
using Cutover.Core.Ownership;

namespace Cutover.Core.Access;

/// <summary>
/// Writes the IAM policy that allows a playbook's access. The condition keys and the form of their values are those of "Using IAM policy
/// conditions for fine-grained access control" in the Route 53 Developer Guide.
/// </summary>
public static class PolicyDocument
{
    private const string Zones = "arn:aws:route53:::hostedzone/";

    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n" };

    public static string Write(PlaybookAccess access)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Indented))
        {
            json.WriteStartObject();
            json.WriteString("Version", "2012-10-17");
            json.WriteStartArray("Statement");
            WriteStatements(json, access);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteStatements(Utf8JsonWriter json, PlaybookAccess access)
    {
        foreach (var zone in access.Zones)
        {
            Allow(json, $"Change{zone.Id}", ["route53:ChangeResourceRecordSets"], [Zones + zone.Id], () => Confine(json, zone));
        }

        var arns = access.Zones.Select(zone => Zones + zone.Id);
        Allow(json, "ReadZones", ["route53:GetHostedZone", "route53:ListResourceRecordSets"], arns);
        Allow(json, "FollowChanges", ["route53:GetChange"], ["arn:aws:route53:::change/*"]);

        // Only the zones tell whether a pair has health checks, and which.
        Allow(json, "ReadHealth", ["route53:GetHealthCheckStatus"], ["arn:aws:route53:::healthcheck/*"]);

        // These know no resources: "*" is all that IAM takes.
        WriteUnconfined(json, "FindZones", "route53:ListHostedZonesByName", access.FindsZones);
        WriteUnconfined(json, "ReadMetrics", "cloudwatch:GetMetricData", access.ReadsMetrics);
        WriteUnconfined(json, "ReadAlarms", "cloudwatch:DescribeAlarms", access.ReadsAlarms);
    }

    private static void WriteUnconfined(Utf8JsonWriter json, string sid, string action, bool needed)
    {
        if (needed)
        {
            Allow(json, sid, [action], ["*"]);
        }
    }

    // "For all values" also holds for a key without any value, so that each key has to be there as well.
    private static void Confine(Utf8JsonWriter json, ZoneAccess zone)
    {
        const string Names = "route53:ChangeResourceRecordSetsNormalizedRecordNames";
        const string Types = "route53:ChangeResourceRecordSetsRecordTypes";
        const string Actions = "route53:ChangeResourceRecordSetsActions";
        json.WriteStartObject("Condition");
        json.WriteStartObject("ForAllValues:StringEquals");
        WriteArray(json, Names, zone.Names.Concat(zone.Names.Select(OwnershipMark.NameFor)).Select(NormalizedName.Of).Distinct());
        WriteArray(json, Types, zone.Types.Select(type => type.ToString()).Append("TXT"));
        WriteArray(json, Actions, ["CREATE", "DELETE"]);
        json.WriteEndObject();
        json.WriteStartObject("Null");
        foreach (var key in new[] { Names, Types, Actions })
        {
            json.WriteString(key, "false");
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Allow(
        Utf8JsonWriter json, string sid, IEnumerable<string> actions, IEnumerable<string> resources, Action? conditions = null)
    {
        json.WriteStartObject();
        json.WriteString("Sid", sid);
        json.WriteString("Effect", "Allow");
        WriteArray(json, "Action", actions);
        WriteArray(json, "Resource", resources);
        conditions?.Invoke();
        json.WriteEndObject();
    }

    private static void WriteArray(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
