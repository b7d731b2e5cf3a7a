using System.Globalization;
using System.Net;
using ARSoft.Tools.Net;
using ARSoft.Tools.Net.Dns;
using Cutover.Lab.Route53.Zones;

namespace Cutover.Lab.Dns;

/// <summary>Turns records in Route 53's text form into records of the DNS message.</summary>
internal static class WireRecords
{
    internal static DnsRecordBase Create(AnswerRecord record)
    {
        var (name, ttl, value) = (Name(record.Name), (int)record.Ttl, record.Value);
        var fields = value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return record.Type switch
        {
            "A" => new ARecord(name, ttl, IPAddress.Parse(value)),
            "AAAA" => new AaaaRecord(name, ttl, IPAddress.Parse(value)),
            "CNAME" => new CNameRecord(name, ttl, Name(value)),
            "NS" => new NsRecord(name, ttl, Name(value)),
            "PTR" => new PtrRecord(name, ttl, Name(value)),
            "MX" => new MxRecord(name, ttl, Short(fields[0]), Name(fields[1])),
            "SRV" => new SrvRecord(name, ttl, Short(fields[0]), Short(fields[1]), Short(fields[2]), Name(fields[3])),
            "TXT" => new TxtRecord(name, ttl, value.Trim('"').Split("\" \"")),
            "SOA" => new SoaRecord(
                name, ttl, Name(fields[0]), Name(fields[1]), uint.Parse(fields[2], CultureInfo.InvariantCulture),
                Number(fields[3]), Number(fields[4]), Number(fields[5]), Number(fields[6])),
            _ => throw new ArgumentException($"No records of type {record.Type} are served.", nameof(record)),
        };
    }

    internal static DomainName Name(string text) => new([.. DnsName.Labels(text)]);

    private static ushort Short(string text) => ushort.Parse(text, CultureInfo.InvariantCulture);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
